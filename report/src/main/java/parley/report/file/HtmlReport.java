package parley.report.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.TestOutcome;
import parley.protocol.frame.ByteSize;
import parley.report.Amounts;
import parley.report.JsonText;
import parley.report.test.Look;
import parley.report.test.Tally;
import parley.report.test.TestText;

/**
 * A run of tests as one HTML page that needs nothing else: it opens from a disk or a CI server, and
 * its policy lets it load nothing and run only its own script. The script shows the objects of the
 * {@link JsonReport}, which stand in the page; without scripts there are the tests and what went
 * wrong as text.
 *
 * <p>The page has at most {@link #MAX_ENTRIES} entries of a test's transcript, {@link #MAX_MESSAGE}
 * of each message, and no more transcripts when they come to {@link #MAX_PAGE}; it says so where
 * something is missing.
 */
public final class HtmlReport {

  /** Of a test's transcript. */
  public static final int MAX_ENTRIES = 2000;

  /** Of a message. */
  public static final ByteSize MAX_MESSAGE = ByteSize.of(64 * 1024);

  /** Of all tests together, about. */
  public static final ByteSize MAX_PAGE = ByteSize.ofMegabytes(64);

  /** How many stories are told to readers without scripts. */
  private static final int MAX_STORIES = 100;

  private final RunOutcome run;
  private final Look look;
  private final Appendable out;

  private HtmlReport(RunOutcome run, Look look, Appendable out) {
    this.run = run;
    this.look = look;
    this.out = out;
  }

  /** Writes the page; holds one test at a time. {@code look} is without colours. */
  public static void write(RunOutcome run, Look look, Appendable out) throws IOException {
    new HtmlReport(run, look, out).write();
  }

  private void write() throws IOException {
    var style = PageParts.style();
    var script = PageParts.script();
    var words = String.join(", ", Tally.of(run.tests()).words(run.planned()));
    out.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>%s · Parley</title>
        <style>%s</style>
        </head>
        <body>
        """
            .formatted(PageParts.policy(style, script), words, style));
    plain(words);
    data("index", index());
    tests();
    out.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
  }

  private void plain(String words) throws IOException {
    out.append("<noscript><div class=\"plain\">\n<h1>Parley: ").append(words).append("</h1>\n");
    out.append("<p>With scripts this page shows the steps and messages of each test.</p>\n<ol>\n");
    var text = TestText.of(look, List.of());
    var stories = 0;
    for (var test : run.tests()) {
      var word = test.isFlaky() ? "flaky" : test.result().word();
      out.append("<li class=\"").append(word).append("\"><b class=\"mark\">").append(word);
      out.append("</b> ").append(PageParts.escape(text.heading(test))).append(' ');
      out.append(Amounts.duration(test.outcome().took()));
      if (!test.result().isGood() && stories++ < MAX_STORIES) {
        out.append("\n<pre>").append(PageParts.escape(text.failure(test).strip())).append("</pre>");
      }
      out.append("</li>\n");
    }
    out.append("</ol>\n</div></noscript>\n");
  }

  private String index() {
    var rows = new ArrayList<JsonText>();
    for (var test : run.tests()) {
      rows.add(row(test, rows.size() + 1));
    }
    return JsonReport.summary(run, look).putObjects("tests", rows).toString();
  }

  /** What the list of tests shows. */
  private JsonText row(TestOutcome test, int id) {
    var out =
        new JsonText(look.redaction())
            .put("id", id)
            .put("collection", test.facts().collection())
            .put("file", look.file(test.file()))
            .put("name", test.name());
    TestJson.putUnlessEmpty(out, "row", test.row());
    test.facts().environment().ifPresent(name -> out.put("environment", name));
    return out.putPlain("result", test.result().word())
        .put("why", test.result().why())
        .put("took_us", TestJson.micros(test.outcome().took()))
        .putTexts("tags", test.facts().tags())
        .put("flaky", test.isFlaky());
  }

  private void tests() throws IOException {
    var whole = new TestJson(look, new TestJson.Limits(MAX_ENTRIES, (int) MAX_MESSAGE.bytes()));
    var bare = new TestJson(look, new TestJson.Limits(0, 0));
    var written = 0L;
    var id = 0;
    for (var test : run.tests()) {
      id++;
      var json = (written < MAX_PAGE.bytes() ? whole : bare).of(test, id).toString();
      written += json.length();
      data("t" + id, json);
    }
  }

  /** JSON in which nothing can end the element that it stands in. */
  private void data(String id, String json) throws IOException {
    out.append("<script type=\"application/json\" id=\"").append(id).append("\">");
    out.append(json.replace("<", "\\u003c")).append("</script>\n");
  }
}
