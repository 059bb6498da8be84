package parley.engine.markup;

import java.util.List;
import parley.model.value.Value;

/** What looking into a marked-up text came to. */
public sealed interface Found {

  /** Values in the order of the document; perhaps none. */
  record Values(List<Value> all) implements Found {
    public Values {
      all = List.copyOf(all);
    }
  }

  /** The text is of another format, and why. */
  record Unreadable(String why) implements Found {}
}
