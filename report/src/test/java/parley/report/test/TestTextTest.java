package parley.report.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.outcome.TestOutcome;
import parley.report.Columns;
import parley.report.Golden;
import parley.report.Palette;
import parley.report.Redaction;

class TestTextTest {

  private static TestText text(Palette palette, int columns, Redaction redaction) {
    var names = Stories.all().stream().map(TestText::title).toList();
    return TestText.of(new Look(palette, columns, redaction, Story.BASE), names);
  }

  private static String whole(TestText text, boolean verbose) {
    var out = new StringBuilder();
    for (var test : Stories.all()) {
      out.append(text.ended(test)).append(verbose ? text.steps(test) : "");
    }
    Stories.all().stream()
        .filter(test -> !test.result().isGood())
        .forEach(test -> out.append(text.failure(test)));
    var took = Duration.ofMillis(10_212);
    return out.append(text.summary(Tally.of(Stories.all()), 9, took, "exit code 1: a test failed"))
        .toString();
  }

  @Test
  void everyEndingHasItsText() {
    Golden.check("tests-100.txt", whole(text(Palette.PLAIN, 100, Redaction.NONE), true));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void linesFitIntoTheTerminal(int columns) {
    var whole = whole(text(Palette.PLAIN, columns, Redaction.NONE), false);
    Golden.check("tests-" + columns + ".txt", whole);
    assertThat(whole.lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(columns));
  }

  @Test
  void coloursAreForTerminals() {
    var colored = whole(text(Palette.COLORED, 100, Redaction.NONE), true);
    Golden.check("tests-colored.txt", colored.replace('\u001b', '^'));
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(whole(text(Palette.PLAIN, 100, Redaction.NONE), true));
  }

  @Test
  void allIsWellInOneLine() {
    var text = text(Palette.PLAIN, 80, Redaction.NONE);
    assertThat(text.summary(new Tally(3, 0, 0, 0, 0), 3, Duration.ofMillis(120), ""))
        .isEqualTo("\n  3 passed in 120 ms\n");
    assertThat(text.summary(Tally.NONE, 0, Duration.ZERO, ""))
        .isEqualTo("\n  nothing was run in 0 µs\n");
  }

  @Test
  void filesBesideTheFolderKeepTheirPath() {
    var look = new Look(Palette.PLAIN, 80, Redaction.NONE, Path.of("/home/bob"));
    assertThat(look.file(Path.of("/home/ann/a.ws.yaml"))).isEqualTo("/home/ann/a.ws.yaml");
  }

  @Test
  void whatRunsIsDrawnAtTheFoot() {
    var running =
        List.of(
            new LiveText.Running("Two users", "receive hello", Duration.ofMillis(1200)),
            new LiveText.Running("A name that is far too long for its column", "", Duration.ZERO));
    var look = new Look(Palette.PLAIN, 60, Redaction.NONE, Story.BASE);
    var lines = LiveText.of(look, 3, running, new Tally(2, 1, 0, 0, 0), 9, Duration.ofSeconds(4));
    assertThat(lines)
        .containsExactly(
            "  ⠸ Two users                receive hello            1.2 s",
            "  ⠸ A name that is far too…                            0 µs",
            "    3 of 9 done, 1 bad · 4 s");
  }

  @Test
  void noMoreRunningTestsAreDrawnThanFit() {
    var one = new LiveText.Running("a", "b", Duration.ZERO);
    var look = new Look(Palette.PLAIN, 60, Redaction.NONE, Story.BASE);
    var lines =
        LiveText.of(look, 0, java.util.Collections.nCopies(20, one), Tally.NONE, 30, Duration.ZERO);
    assertThat(lines).hasSize(10).contains("    … 12 more");
  }

  @Test
  void aTestWithoutABadStepSaysWhy() {
    TestOutcome test =
        new Story("a.ws.yaml", "a").end(new parley.model.outcome.Result.Broken("cut short"));
    assertThat(text(Palette.PLAIN, 80, Redaction.NONE).failure(test))
        .isEqualTo("\n  ! a  a.ws.yaml\n      cut short\n");
  }
}
