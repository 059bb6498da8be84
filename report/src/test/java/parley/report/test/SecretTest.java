package parley.report.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.outcome.Extracted;
import parley.model.outcome.Saw;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.Samples;
import parley.report.file.CtrfReport;
import parley.report.file.HtmlReport;
import parley.report.file.JsonReport;
import parley.report.test.Story.Draft;

/** A secret in every place where a text comes from. */
class SecretTest {

  private static final String SECRET = "hunter2-and-more";
  private static final String BASIC =
      Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));

  private static Attempt.Rejected refusal() {
    var answer =
        Samples.answer(
            401,
            "No " + SECRET,
            new Header("Location", "/login?token=" + SECRET),
            new Header("WWW-Authenticate", "Basic " + BASIC));
    return new Attempt.Rejected(
        Samples.rejected().evidence(),
        answer,
        Bytes.utf8("x".repeat(250) + SECRET),
        Attempt.BodyEnd.COMPLETE);
  }

  private static TestOutcome test(TestFacts facts) {
    var story =
        new Story("shop/" + SECRET + ".ws.yaml", "Named " + SECRET).row(SECRET).facts(facts);
    story.later(100).opened("bob " + SECRET);
    story.entry("", new Entry.Notice(story.at(), "took " + SECRET));
    // Cut at some column, whatever stands before it.
    for (var i = 0; i < 100; i += 3) {
      story.sent("x".repeat(i) + SECRET + " " + BASIC);
    }
    story.message("", Direction.RECEIVED, false, Bytes.utf8("\u0000" + SECRET));
    var head =
        new RequestHead(
            "GET",
            "/?token=" + SECRET,
            "HTTP/1.1",
            List.of(new Header("Authorization", "Basic " + BASIC), new Header("X-Key", SECRET)));
    story.entry("", new Entry.HandshakeSent(story.at(), head));
    story.entry("", new Entry.HandshakeReceived(story.at(), refusal().answer()));
    story.entry("", new Entry.Refused(story.at(), refusal()));
    var failing = story.check(5, "$." + SECRET, "equals \"" + SECRET, "\"" + SECRET, Verdict.FAILS);
    var group =
        story.check(
            6,
            "$",
            "equals {\"a\":\"" + SECRET + "\"}",
            "{\"a\":\"" + SECRET + "1\"}",
            Verdict.FAILS);
    var saw = new Saw(List.of(2L), List.of(new Saw.Rejected(3, failing)), 1, 1, 0);
    return story
        .step(Draft.of("send " + SECRET, 3, 50).extracted(new Extracted(SECRET, Value.of(SECRET))))
        .step(
            Draft.of("receive " + BASIC, 4, 50)
                .soft()
                .failed(SECRET)
                .checks(failing, group)
                .saw(saw))
        .step(Draft.of("skip", 4, 50).skipped(SECRET))
        .step(Draft.of("connect", 9, 100).failed("refused: " + SECRET))
        .end();
  }

  /** All reports that are written into files. */
  private static String written(Look look) throws IOException {
    var facts = new TestFacts(SECRET, SECRET, "ws://" + SECRET, SECRET, List.of(SECRET));
    var known = test(facts);
    var run = Stories.run(List.of(known, known.after(List.of(known))));
    var out = new StringBuilder();
    JUnitXml.write(run, look, out);
    JsonReport.write(run, look, out);
    HtmlReport.write(run, look, out);
    CtrfReport.write(run, look, out);
    GitHubText.summary(run, look, out);
    return out.append(GitHubText.annotations(run, look)).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 57, 80, 100, 120})
  void aSecretNeverShows(int columns) throws IOException {
    var look = new Look(Palette.PLAIN, columns, Redaction.of(List.of(SECRET)), Story.BASE);
    var text = TestText.of(look, List.of("Named " + SECRET));
    var all =
        text.ended(test(TestFacts.NONE))
            + text.steps(test(TestFacts.NONE))
            + text.failure(test(TestFacts.NONE))
            + written(look);
    for (var length = 4; length < SECRET.length(); length++) {
      var hex =
          HexFormat.of().formatHex(SECRET.substring(0, length).getBytes(StandardCharsets.UTF_8));
      assertThat(all)
          .doesNotContain(SECRET.substring(0, length), BASIC.substring(0, 8), hex)
          .doesNotContain(hex.replaceAll("..", "$0 ").strip());
    }
    assertThat(all).contains(Redaction.MASK, "> X-Key: •••");
  }
}
