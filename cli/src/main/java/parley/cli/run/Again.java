package parley.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.files.format.FileKind;
import parley.model.outcome.Repetition;
import parley.model.outcome.TestOutcome;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.report.test.Look;

/** The commands that run again just what did not pass, as a person would type them. */
record Again(RunDraft draft, Repetition repetition, Look look) {

  private static final int MAX_COMMANDS = 5;

  /** A line for each file, the first of them; none when all is well. */
  List<String> of(List<TestOutcome> tests) {
    var bad = tests.stream().filter(test -> !test.result().isGood()).toList();
    var folders = bad.stream().filter(Again::isHook).map(Again::folder).distinct().toList();
    var commands = new LinkedHashSet<String>();
    for (var test : bad) {
      var nearest = folders.stream().filter(test.file()::startsWith).findFirst();
      commands.add(
          nearest
              .map(folder -> command("", look.file(folder)))
              .orElseGet(() -> command(rows(test.file(), tests), look.file(test.file()))));
    }
    var lines = new ArrayList<>(commands.stream().limit(MAX_COMMANDS).toList());
    if (commands.size() > MAX_COMMANDS) {
      var more = commands.size() - MAX_COMMANDS;
      lines.add("… and %d more; --last-failed runs them all".formatted(more));
    }
    return lines;
  }

  /** What folders want done around tests is run with the tests of the folder only. */
  private static boolean isHook(TestOutcome test) {
    return FileKind.of(test.file()).filter(kind -> kind == FileKind.LAYER).isPresent();
  }

  private static Path folder(TestOutcome hook) {
    return hook.file().resolveSibling("");
  }

  /** The bad rows, unless all are. */
  private static String rows(Path file, List<TestOutcome> tests) {
    var own = tests.stream().filter(test -> test.file().equals(file)).toList();
    var bad = own.stream().filter(test -> !test.result().isGood()).toList();
    return bad.size() == own.size()
        ? ""
        : bad.stream()
            .map(test -> test.row().replaceFirst("^row ", ""))
            .collect(Collectors.joining(","));
  }

  private String command(String rows, String place) {
    var environment = draft.environment().stream().flatMap(name -> Stream.of("--env", word(name)));
    var variables =
        draft.variables.entrySet().stream()
            .flatMap(one -> Stream.of("--var", word(one.getKey() + "=" + text(one.getValue()))));
    var row = rows.isEmpty() ? Stream.<String>empty() : Stream.of("--row", rows);
    var words = Stream.of(environment, variables, row).flatMap(all -> all);
    return Stream.of(
            Stream.of("parley run", repetition.toOptions()),
            words,
            Stream.of(word(place.isEmpty() ? "." : place)))
        .flatMap(all -> all)
        .collect(Collectors.joining(" "));
  }

  private String text(Value value) {
    return look.redaction()
        .in(value instanceof Value.Text(var text) ? text : JsonWriter.write(value));
  }

  /** As a shell takes it for one word. */
  private static String word(String text) {
    return text.matches("[\\p{L}\\p{N}_./:=@%+,-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
