package parley.workbench.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import parley.runner.test.TestRun;
import parley.workbench.call.BadCall;
import parley.workbench.call.With;
import parley.workspace.test.TagExpression;
import parley.workspace.test.Wanted;

/**
 * How a person wants tests to be run.
 *
 * @param shuffle whether the order is left to chance, and to the seed
 * @param tags all of them hold
 * @param only rows by the keys of their files; empty for all
 */
record RunWish(
    int jobs,
    int retries,
    boolean failFast,
    boolean shuffle,
    long seed,
    List<TagExpression> tags,
    List<Only> only) {

  private static final int MAX_JOBS = 1000;
  private static final int MAX_RETRIES = 100;

  /** As many at a time as on the command line. */
  private static final int JOBS = 4;

  /** One run of a conversation, {@code row 2}; without data the row is empty. */
  record Only(String key, String row) {}

  RunWish {
    tags = List.copyOf(tags);
    only = List.copyOf(only);
  }

  /** As a page says it. */
  static RunWish of(With with) {
    var options = with.has("options") ? with.map("options") : new With(Map.of());
    return new RunWish(
        options.has("jobs") ? Math.max(1, options.count("jobs", MAX_JOBS)) : JOBS,
        options.has("retries") ? options.count("retries", MAX_RETRIES) : 0,
        options.flagIfAny("failFast"),
        options.flagIfAny("shuffle"),
        options.textIfAny("seed").map(RunWish::seed).orElseGet(new SplittableRandom()::nextLong),
        options.textIfAny("tags").map(RunWish::tags).orElse(List.of()),
        with.has("only")
            ? with.list("only").stream().map(With::of).map(RunWish::only).toList()
            : List.of());
  }

  private static Only only(With with) {
    return new Only(with.text("path"), with.textIfAny("row").orElse(""));
  }

  /** A number, as reports and the command line show it. */
  private static long seed(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException other) {
      throw new BadCall("`seed` is no whole number: " + text);
    }
  }

  private static List<TagExpression> tags(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(
            TagExpression.parse(text).orElseThrow(() -> new BadCall("`tags` makes no sense")));
  }

  /** What a person wrote that makes no sense; nothing when all of it does. */
  static Optional<String> unreadable(With with) {
    return with.has("options")
        ? with.map("options")
            .textIfAny("tags")
            .filter(text -> !text.isBlank() && TagExpression.parse(text).isEmpty())
        : Optional.empty();
  }

  Wanted wanted() {
    return new Wanted(tags, List.of(), null, null, null, null);
  }

  /** Whether any row of a file is meant. */
  boolean wantsAny(String key) {
    return only.isEmpty() || only.stream().anyMatch(one -> one.key().equals(key));
  }

  /** Whether a row is meant. */
  boolean wants(String key, String row) {
    return only.isEmpty() || only.contains(new Only(key, row));
  }

  TestRun.Options options() {
    return new TestRun.Options(jobs, failFast, seed, retries);
  }
}
