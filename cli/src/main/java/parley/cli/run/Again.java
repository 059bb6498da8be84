package parley.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    var files =
        tests.stream()
            .filter(test -> !test.result().isGood())
            .map(test -> look.file(test.file()))
            .distinct()
            .toList();
    var lines = new ArrayList<String>();
    files.stream().limit(MAX_COMMANDS).forEach(file -> lines.add(command(file)));
    if (files.size() > MAX_COMMANDS) {
      lines.add(
          "… and %d files more; --last-failed runs them all"
              .formatted(files.size() - MAX_COMMANDS));
    }
    return lines;
  }

  private String command(String file) {
    var environment = draft.environment().stream().flatMap(name -> Stream.of("--env", word(name)));
    var variables =
        draft.variables.entrySet().stream()
            .flatMap(one -> Stream.of("--var", word(one.getKey() + "=" + text(one.getValue()))));
    var words = Stream.concat(environment, variables).toList();
    return String.join(
        " ",
        Stream.of(List.of("parley run", repetition.toOptions()), words, List.of(word(file)))
            .flatMap(List::stream)
            .toList());
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
