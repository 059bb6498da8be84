package parley.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final class Draft {
    final List<String> seen = new ArrayList<>();
  }

  private static final Command<Draft> COMMAND =
      new Command<>(
          "try",
          "parley try [OPTIONS] [URL]",
          "Tries.",
          1,
          "URL",
          List.of(
              new Command.Section<>(
                  "Options",
                  List.of(
                      Option.of("-k, --insecure", "Switch.", draft -> draft.seen.add("k")),
                      Option.of("-v, --verbose", "Switch.", draft -> draft.seen.add("v")),
                      Option.of(
                          "-d, --data",
                          "TEXT",
                          "Text.",
                          Values::text,
                          (Draft draft, String text) -> draft.seen.add("d" + text)),
                      Option.<Draft, String>of(
                              "--compress",
                              "P",
                              "Text.",
                              Values::text,
                              (draft, text) -> draft.seen.add("c" + text))
                          .withOptionalParameter(),
                      Option.of(
                          "-m, --max-time",
                          "DURATION",
                          "Time.",
                          Values::duration,
                          (Draft draft, Duration time) -> draft.seen.add("m" + time))))),
          List.of());

  private final Draft draft = new Draft();

  private Arguments.Outcome read(String... arguments) {
    return Arguments.read(COMMAND, List.of(arguments), draft);
  }

  private String problem(String... arguments) {
    return read(arguments) instanceof Arguments.Outcome.Wrong(var misuse) ? misuse.toText() : "";
  }

  @Test
  void optionsAndOperandsMayBeMixed() {
    assertThat(read("-k", "url", "--data", "a", "-db", "--data=c", "-v"))
        .isEqualTo(new Arguments.Outcome.Read(List.of("url")));
    assertThat(draft.seen).containsExactly("k", "da", "db", "dc", "v");
  }

  @Test
  void switchesMayBeGatheredAndEndWithAParameter() {
    read("-kvdx=y");
    assertThat(draft.seen).containsExactly("k", "v", "dx=y");
  }

  @Test
  void aPasswordInWhatWasGivenIsNotRepeated() {
    assertThat(problem("-m", "http://ann:secret@proxy:1/a@b"))
        .contains("'http://•••@proxy:1/a@b'")
        .doesNotContain("secret");
    assertThat(problem("-m", "ann:secret@proxy")).contains("'•••@proxy'");
    assertThat(problem("-m", "12:30 at @home")).contains("'12:30 at @home'");
  }

  @Test
  void aParameterMayBeginWithADash() {
    read("-d", "-k", "--data", "--");
    assertThat(draft.seen).containsExactly("d-k", "d--");
  }

  @Test
  void anOptionalParameterIsOnlyTakenWithAnEqualsSign() {
    assertThat(read("--compress", "url")).isEqualTo(new Arguments.Outcome.Read(List.of("url")));
    read("--compress=x");
    assertThat(draft.seen).containsExactly("c", "cx");
  }

  @Test
  void afterTwoDashesEverythingIsAnOperand() {
    assertThat(read("--", "-k")).isEqualTo(new Arguments.Outcome.Read(List.of("-k")));
  }

  @Test
  void aMisspeltOptionIsGuessed() {
    assertThat(problem("--insecur", "url"))
        .isEqualTo(
            """
            parley: there is no option --insecur
                    expected one of those that 'parley help try' lists
                    Did you mean --insecure?
            """);
  }

  @Test
  void aBadValueSaysWhatWasFoundWhatWasExpectedAndAnExample() {
    assertThat(problem("-m", "soon"))
        .isEqualTo(
            """
            parley: -m was given 'soon'
                    expected a duration: a number with ms, s, m or h, seconds without, for example: -m 1.5s
            """);
  }

  @Test
  void aMissingParameterIsNamed() {
    assertThat(problem("url", "-d")).contains("-d stands at the end without its TEXT");
  }

  @Test
  void aSwitchTakesNoValue() {
    assertThat(problem("--verbose=yes")).contains("'--verbose=yes' gives a value to a switch");
  }

  @Test
  void anOperandTooManyIsShown() {
    assertThat(problem("url", "hello"))
        .contains("an argument too many: 'hello'", "'-d' before a message");
  }
}
