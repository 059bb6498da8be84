package parley.cli.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.cli.option.ColorChoice;
import parley.cli.option.Misuse;
import parley.model.value.Value;
import parley.workspace.snapshot.SnapshotUse;
import parley.workspace.test.Failures;
import parley.workspace.test.NamePattern;
import parley.workspace.test.RowNumbers;
import parley.workspace.test.Shard;
import parley.workspace.test.TagExpression;
import parley.workspace.test.Wanted;

/** What the options of {@code run} said so far. */
final class RunDraft {

  static final int DEFAULT_JOBS = 4;

  @Nullable String environment;
  final Map<String, Value> variables = new LinkedHashMap<>();
  final List<TagExpression> tags = new ArrayList<>();
  final List<NamePattern> names = new ArrayList<>();
  @Nullable RowNumbers rows;
  @Nullable Shard shard;
  boolean lastFailed;
  @Nullable Set<Path> only;
  boolean shuffle;
  boolean list;
  int retries;
  int jobs = DEFAULT_JOBS;
  boolean failFast;
  boolean allowScripts;
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

  /** Options that cannot hold together. */
  Optional<Misuse> contradiction() {
    if (record && update) {
      return both("--record", "--update", "--record where there is no snapshot, --update else");
    }
    if (quiet && verbose) {
      return both("--quiet", "--verbose", "one of them");
    }
    var doing = !reports.isEmpty() ? "--report" : record ? "--record" : update ? "--update" : "";
    return list && !doing.isEmpty()
        ? both("--list", doing, "--list alone, as it runs nothing")
        : Optional.empty();
  }

  private static Optional<Misuse> both(String one, String other, String expected) {
    return Optional.of(new Misuse(one + " and " + other + " together", expected));
  }

  /** Whether tests that are meant are run with all their rows. */
  boolean hasAllRows() {
    return rows == null && !lastFailed;
  }

  /** Which tests are meant. */
  Wanted wanted(Failures failures) {
    return new Wanted(tags, names, rows, shard, lastFailed ? failures : null, only);
  }

  /** What is said of the tests beside where they stand. */
  List<String> selecting() {
    var all = new ArrayList<String>();
    Stream.of(
            tags.isEmpty() ? "" : "--tag",
            names.isEmpty() ? "" : "--name",
            rows == null ? "" : "--row",
            shard == null ? "" : "--shard")
        .filter(one -> !one.isEmpty())
        .forEach(all::add);
    return all;
  }
}
