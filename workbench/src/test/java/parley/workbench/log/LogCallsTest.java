package parley.workbench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;

class LogCallsTest {

  @TempDir Path folder;

  private CallRig rig;
  private LiveLog log;

  @BeforeEach
  void begin() {
    rig = new CallRig(folder);
    log = rig.begin();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private String with(String more) {
    return "{\"session\":\"%s\",%s}".formatted(log.session(), more);
  }

  @Test
  void rowsComeInWindowsWithControlCharactersMadeVisible() {
    log.append(rig.sent("subscribe"));
    log.append(rig.received("{\"a\":1}\r\n\u0000"));
    assertThat(rig.call("log.rows", with("\"from\":1,\"count\":5")))
        .isEqualTo(
            """
            {"from":1,"total":2,"rows":[{"p":1,"t":1795280400123456,"d":"in","k":"text","s":10,"w":10,\
            "x":"{\\"a\\":1}\\\\r\\\\n\\\\0"}]}\
            """);
  }

  @Test
  void bytesAreShownInHex() {
    log.append(rig.binary(Bytes.hex("00ff10")));
    assertThat(rig.call("log.rows", with("\"from\":0,\"count\":5"))).contains("\"x\":\"00 ff 10\"");
  }

  @Test
  void eventsAreToldInALine() {
    log.append(rig.numbered(new Entry.Notice(CallRig.AT, "connecting was given up")));
    assertThat(rig.call("log.rows", with("\"from\":0,\"count\":5")))
        .contains("\"k\":\"notice\"", "\"x\":\"connecting was given up\"");
  }

  @Test
  void thePageIsToldOfNewRows() throws InterruptedException {
    log.append(rig.sent("one"));
    assertThat(rig.await(told -> told.startsWith("log "))).contains("\"rows\":1", "\"bytes\":3");
  }

  @Test
  void filtersByTextRegexConditionDirectionAndKind() throws InterruptedException {
    log.append(rig.sent("{\"symbol\":\"EURUSD\"}"));
    log.append(rig.received("{\"symbol\":\"EURUSD\",\"price\":1.10}"));
    log.append(rig.received("{\"symbol\":\"GBPUSD\",\"price\":1.30}"));
    log.append(rig.binary(Bytes.utf8("eurusd")));
    assertThat(positions("{\"find\":\"eurusd\"}")).isEqualTo("[0, 1, 3]");
    assertThat(positions("{\"find\":\"/eur/\"}")).isEqualTo("[3]");
    assertThat(positions("{\"find\":\"/[EG]/\",\"direction\":\"in\"}")).isEqualTo("[1, 2]");
    assertThat(positions("{\"find\":\"$.symbol == \\\"EURUSD\\\"\"}")).isEqualTo("[0, 1]");
    assertThat(positions("{\"find\":\"$.price > 1.2\"}")).isEqualTo("[2]");
    assertThat(positions("{\"find\":\"$.price\"}")).isEqualTo("[1, 2]");
    assertThat(positions("{\"kinds\":[\"binary\"]}")).isEqualTo("[3]");
  }

  private String positions(String query) throws InterruptedException {
    var answer = rig.call("log.filter", with("\"query\":" + query));
    var view = answer.replaceFirst(".*\"view\":\"([^\"]+)\".*", "$1");
    rig.await(told -> told.contains("\"" + view + "\"") && told.contains("\"done\":true"));
    var rows = rig.call("log.rows", with("\"view\":\"%s\",\"from\":0,\"count\":9".formatted(view)));
    return Pattern.compile("\"p\":(\\d+)")
        .matcher(rows)
        .results()
        .map(found -> found.group(1))
        .toList()
        .toString();
  }

  @Test
  void whatCannotBeUsedIsSaidWithARemedy() {
    assertThat(rig.call("log.filter", with("\"query\":{\"find\":\"/(/\"}")))
        .startsWith("INVALID: This cannot be used: a regular expression (");
    assertThat(rig.call("log.filter", with("\"query\":{\"find\":\"$.a ==\"}")))
        .startsWith("INVALID: This condition cannot be used: ");
  }

  @Test
  void findsTheNextMatchAndTheOneBefore() {
    IntStream.range(0, 100).forEach(i -> log.append(rig.received("n" + i + "x")));
    assertThat(next("n42x", -1, true)).isEqualTo("{\"position\":42}");
    assertThat(next("n42x", 42, true)).isEqualTo("{\"position\":null}");
    assertThat(next("n4", 45, false)).isEqualTo("{\"position\":44}");
  }

  private String next(String find, int from, boolean forward) {
    return rig.call(
        "log.next",
        with(
            "\"query\":{\"find\":\"%s\"},\"from\":%d,\"forward\":%s"
                .formatted(find, from, forward)));
  }

  @Test
  void aSessionThatIsGoneIsMissing() {
    assertThat(rig.call("log.rows", "{\"session\":\"x\",\"from\":0,\"count\":1}"))
        .isEqualTo("MISSING: This session is not in the history any more.");
  }

  @Test
  void aClosedSessionIsReadFromItsFile() {
    log.append(rig.sent("kept"));
    log.close();
    assertThat(rig.call("log.rows", with("\"from\":0,\"count\":5"))).contains("\"x\":\"kept\"");
    assertThat(rig.call("log.state", with("\"x\":1"))).contains("\"rows\":1");
  }
}
