package parley.cli.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/** What the options of {@code check} said so far. */
final class CheckDraft {

  @Nullable String environment;
  final Map<String, Value> variables = new LinkedHashMap<>();
  boolean explain;
  boolean json;
  boolean help;
}
