package parley.cli.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.cli.option.ColorChoice;
import parley.model.value.Value;
import parley.workspace.snapshot.SnapshotUse;

/** What the options of {@code run} said so far. */
final class RunDraft {

  static final int DEFAULT_JOBS = 4;

  @Nullable String environment;
  final Map<String, Value> variables = new LinkedHashMap<>();
  final List<TagFilter> tags = new ArrayList<>();
  int jobs = DEFAULT_JOBS;
  boolean failFast;
  boolean record;
  boolean update;
  @Nullable Long seed;
  @Nullable Instant clock;
  final List<ReportChoice> reports = new ArrayList<>();
  boolean verbose;
  boolean quiet;
  ColorChoice color = ColorChoice.AUTO;
  boolean help;

  Optional<String> environment() {
    return Optional.ofNullable(environment);
  }

  List<ReportFile> reportFiles() {
    return reports.stream()
        .filter(ReportFile.class::isInstance)
        .map(ReportFile.class::cast)
        .toList();
  }

  SnapshotUse snapshots() {
    return update ? SnapshotUse.UPDATE : record ? SnapshotUse.RECORD : SnapshotUse.COMPARE;
  }

  boolean wants(List<String> ofTest) {
    return tags.stream().allMatch(filter -> filter.lets(ofTest));
  }
}
