package parley.report.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.model.outcome.Result;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.Golden;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.file.CtrfReport;
import parley.report.file.HtmlReport;
import parley.report.file.JsonReport;
import parley.report.test.Story.Draft;

/** Reports for programs, for GitHub, and the page for people. */
class ReportFilesTest {

  private static final Look LOOK = new Look(Palette.PLAIN, 100, Redaction.NONE, Story.BASE);

  private static final RunOutcome RUN =
      Stories.run(
          List.of(
              Stories.passed(), Stories.flaky(), Stories.neverPasses(), Stories.refused(), left()));

  private static TestOutcome left() {
    return new Story("shop/out.ws.yaml", "Out").end(new Result.Skipped("not | today"));
  }

  private interface Writer {
    void write(RunOutcome run, Look look, Appendable out) throws IOException;
  }

  private static String text(Writer writer, RunOutcome run) throws IOException {
    var out = new StringBuilder();
    writer.write(run, LOOK, out);
    return out.toString();
  }

  @Test
  void whatProgramsReadIsStable() throws Exception {
    Golden.check("report.json", text(JsonReport::write, RUN));
    Golden.check("report.ctrf.json", text(CtrfReport::write, RUN));
    Golden.check("github-summary.md", text(GitHubText::summary, RUN));
    Golden.check("github-annotations.txt", GitHubText.annotations(RUN, LOOK));
  }

  @Test
  void annotationsCannotBeLeft() {
    var failed = Draft.of("receive", 4, 5).failed("50%\r\n::error::x");
    var test = new Story("a,b:c.ws.yaml", "One, two: three%").step(failed).end();
    assertThat(GitHubText.annotations(Stories.run(List.of(test)), LOOK))
        .isEqualTo(
            "::error file=a%2Cb%3Ac.ws.yaml,line=4,title=One%2C two%3A three%25"
                + "::50%25\\r\\n::error::x\n");
  }

  @Test
  void thePageRunsOnlyItsOwnScriptAndLoadsNothing() throws Exception {
    var hostile = "</script><script>alert(1)</script><!--<img src=x>";
    var test = new Story("a.ws.yaml", hostile).received(hostile).passed(hostile, 3, 5).end();
    var page = text(HtmlReport::write, Stories.run(List.of(test)));
    var style = between(page, "<style>", "</style>");
    var script = between(page, "<script>", "</script>\n</body>");
    assertThat(between(page, "content=\"", "\">"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none';"
                    .formatted(hash(style), hash(script))
                + " form-action 'none'");
    var elements = Pattern.compile("<(script|img|link|iframe|style)\\b").matcher(page);
    assertThat(elements.results().map(found -> found.group(1)))
        .containsExactly("style", "script", "script", "script");
    assertThat(style).doesNotContain("url(", "@import");
  }

  private static String between(String text, String start, String end) {
    var from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void thePageSaysWhatItLeavesOut() throws Exception {
    var story = new Story("a.ws.yaml", "Much").received("ä".repeat(40_000));
    for (var i = 0; i < HtmlReport.MAX_ENTRIES; i++) {
      story.received("message " + i);
    }
    var run = Stories.run(List.of(story.end()));
    var page = text(HtmlReport::write, run);
    assertThat(page).contains("\"transcript_cut\":1,", "\"cut\":14464", "\"text\":\"message 0\"");
    assertThat(text(JsonReport::write, run)).doesNotContain("\"cut\"", "\"transcript_cut\"");
  }

  @Test
  void itsColoursAreThoseOfTheWorkbench() throws Exception {
    var workbench = Files.readString(Path.of("..", "page", "src", "web", "tokens.css"));
    assertThat(text(HtmlReport::write, RUN)).contains("<style>" + workbench);
  }
}
