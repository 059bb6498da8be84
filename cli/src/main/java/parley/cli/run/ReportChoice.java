package parley.cli.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import parley.cli.option.Reading;

/** What one {@code --report} asks for. */
sealed interface ReportChoice permits ReportFile, ReportChoice.GitHub {

  /** Annotations on standard output and a summary of the job. */
  record GitHub() implements ReportChoice {}

  String EXAMPLE = "junit=reports/parley.xml";

  /** A kind, or a kind and a file. */
  static Reading<ReportChoice> parse(String text) {
    var equals = text.indexOf('=');
    var word = equals < 0 ? text : text.substring(0, equals);
    if (word.equals("github") && equals < 0) {
      return Reading.good(new GitHub());
    }
    for (var kind : ReportFile.Kind.values()) {
      if (kind.word().equals(word)) {
        return file(kind, equals < 0 ? kind.usualFile() : text.substring(equals + 1));
      }
    }
    return Reading.bad(expected(), EXAMPLE);
  }

  private static Reading<ReportChoice> file(ReportFile.Kind kind, String file) {
    if (file.isEmpty()) {
      return Reading.bad("a file's path after `=`", EXAMPLE);
    }
    try {
      return Reading.good(new ReportFile(kind, Path.of(file)));
    } catch (InvalidPathException impossible) {
      return Reading.bad("a file's path", EXAMPLE);
    }
  }

  private static String expected() {
    var kinds =
        Arrays.stream(ReportFile.Kind.values())
            .map(ReportFile.Kind::word)
            .collect(Collectors.joining(", "));
    return "KIND or KIND=FILE with the kind " + kinds + ", or github";
  }
}
