package parley.workbench.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Hop;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.connection.Way;
import parley.model.connection.WsUrl;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.workbench.log.CallRig;
import parley.workbench.log.LiveLog;

class EntryCallsTest {

  @TempDir Path folder;

  private CallRig rig;
  private LiveLog log;

  @BeforeEach
  void begin() {
    rig = new CallRig(folder);
    new EntryCalls(rig.logs).addTo(rig.calls);
    log = rig.begin();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private String at(long position, String more) {
    return "{\"session\":\"%s\",\"position\":%d%s}".formatted(log.session(), position, more);
  }

  private String body(String form) {
    return rig.call("log.body", at(0, ",\"form\":\"%s\",\"from\":0,\"count\":9".formatted(form)));
  }

  @Test
  void prettyJsonKeepsItsNumbers() {
    log.append(rig.received("{\"price\":1.100,\"id\":12345678901234567890}"));
    assertThat(body("pretty"))
        .isEqualTo(
            """
            {"form":"pretty","from":0,"lines":["{","  \\"price\\": 1.100,","  \\"id\\": 12345678901234567890","}"],"total":4}\
            """);
  }

  @Test
  void prettyXmlHasAnElementALine() {
    log.append(rig.received("<a x='1>2'><b>t</b><c/><!-- n --></a>"));
    assertThat(body("pretty"))
        .contains("[\"<a x='1>2'>\",\"  <b>t</b>\",\"  <c/>\",\"  <!-- n -->\",\"</a>\"]");
  }

  @Test
  void brokenJsonIsShownAsItIs() {
    log.append(rig.received("{\"a\":}"));
    assertThat(body("pretty")).contains("\"lines\":[\"{\\\"a\\\":}\"]");
  }

  @Test
  void whatCannotBeSeenIsWrittenOut() {
    log.append(rig.received("a\tb\r\nc\u0000"));
    assertThat(body("visible")).contains("\"lines\":[\"a\\\\tb\\\\r\\\\n\",\"c\\\\0\"]");
  }

  @Test
  void hexHasSixteenBytesALine() {
    log.append(rig.binary(Bytes.utf8("0123456789abcdefX\n")));
    assertThat(body("hex"))
        .contains(
            "00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef",
            "00000010  58 0a ",
            "\"total\":2");
  }

  @Test
  void gzipInBase64IsUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Bytes.utf8("{\"a\":1}").toArray());
    }
    var base64 = Base64.getEncoder().encodeToString(packed.toByteArray());
    log.append(rig.received(base64));
    assertThat(rig.call("log.entry", at(0, ""))).contains("\"decoded\"");
    assertThat(body("decoded"))
        .contains("\"lines\":[\"{\",\"  \\\"a\\\": 1\",\"}\"]", "\"how\":\"base64, gzip, JSON\"");
  }

  @Test
  void messagePackIsUnpacked() {
    log.append(rig.binary(Bytes.hex("82a7636f6d70616374c3a6736368656d6100")));
    assertThat(body("decoded"))
        .contains("\\\"compact\\\": true", "\\\"schema\\\": 0", "\"how\":\"MessagePack, JSON\"");
  }

  @Test
  void sixteenMegabytesComeInWindows() {
    log.append(rig.received("x".repeat(16 << 20)));
    assertThat(rig.call("log.entry", at(0, "")))
        .contains("\"s\":16777216", "\"language\":\"text\"");
    assertThat(body("text")).contains("\"total\":1678").hasSizeLessThan(100_000);
    assertThat(rig.call("log.body", at(0, ",\"form\":\"hex\",\"from\":1048575,\"count\":9")))
        .contains("00fffff0  78 ", "\"total\":1048576");
  }

  @Test
  void detailHasFactsAndFrames() {
    var header = FrameHeader.of(Opcode.TEXT, true, 2).maskedWith(0x01020304);
    log.append(rig.numbered(new Entry.Frame(CallRig.AT, Direction.SENT, header, Bytes.utf8("hi"))));
    log.append(rig.sent("hi"));
    assertThat(rig.call("log.entry", at(0, "")))
        .contains(
            "\"forms\":[\"text\",\"visible\",\"hex\",\"base64\"]",
            "{\"name\":\"Size\",\"value\":\"2 bytes\"}",
            "\"frames\":[{\"fin\":true,\"rsv\":\"\",\"opcode\":1,\"name\":\"text\",\"masked\":true,\"length\":2,\"header\":6,\"mask\":\"01020304\"}]");
  }

  @Test
  void aMessageBecomesADraft() {
    log.append(rig.received("{\"a\":1}"));
    log.append(rig.binary(Bytes.hex("0aff")));
    assertThat(rig.call("log.draft", at(0, "")))
        .isEqualTo("{\"kind\":\"json\",\"content\":\"{\\\"a\\\":1}\"}");
    assertThat(rig.call("log.draft", at(1, "")))
        .isEqualTo("{\"kind\":\"hex\",\"content\":\"0a ff\"}");
  }

  @Test
  void whatWasNotSentIsAllThereWithTheReason() {
    var payload = Bytes.utf8("{\"a\":1}");
    log.append(rig.numbered(new Entry.Unsent(CallRig.AT, Opcode.TEXT, payload, "no connection")));
    assertThat(
            rig.call(
                "log.rows", "{\"session\":\"%s\",\"from\":0,\"count\":1}".formatted(log.session())))
        .contains("\"d\":\"out\",\"k\":\"unsent\",\"s\":7,\"w\":0", "\"why\":\"no connection\"");
    assertThat(rig.call("log.entry", at(0, "")))
        .contains("\"language\":\"json\"", "\"text\":\"not sent: no connection\"")
        .doesNotContain("\"value\":\"sent\"");
    assertThat(rig.call("log.draft", at(0, "")))
        .isEqualTo("{\"kind\":\"json\",\"content\":\"{\\\"a\\\":1}\"}");
    assertThat(body("hex")).contains("7b 22 61 22");
    log.append(
        rig.numbered(new Entry.Unsent(CallRig.AT, Opcode.CLOSE, Bytes.hex("03e8627965"), "late")));
    assertThat(rig.call("log.draft", at(1, "")))
        .isEqualTo("{\"kind\":\"close\",\"content\":\"1000 bye\"}");
  }

  @Test
  void comparesTwoMessagesInTheirBestForm() {
    log.append(rig.received("{\"a\":1,\"b\":2}"));
    log.append(rig.received("{\"a\":1,\"b\":3,\"c\":4}"));
    var pair = "{\"left\":%s,\"right\":%s}".formatted(at(0, ""), at(1, ""));
    assertThat(rig.call("log.compare", pair))
        .isEqualTo(
            """
            {"lines":[{"side":"both","left":1,"right":1,"text":"{"},\
            {"side":"both","left":2,"right":2,"text":"  \\"a\\": 1,"},\
            {"side":"left","left":3,"text":"  \\"b\\": 2"},\
            {"side":"right","right":3,"text":"  \\"b\\": 3,"},\
            {"side":"right","right":4,"text":"  \\"c\\": 4"},\
            {"side":"both","left":4,"right":5,"text":"}"}],"same":false}\
            """);
  }

  @Test
  void aDifferenceFarDownIsFound() {
    var bytes = new byte[200_000];
    log.append(rig.binary(Bytes.of(bytes.clone())));
    bytes[199_999] = 1;
    log.append(rig.binary(Bytes.of(bytes)));
    var pair = "{\"left\":%s,\"right\":%s}".formatted(at(0, ""), at(1, ""));
    assertThat(rig.call("log.compare", pair))
        .contains("{\"side\":\"left\",\"left\":12500,", "{\"side\":\"right\",\"right\":12500,")
        .endsWith("\"same\":false}");
    var same = "{\"left\":%s,\"right\":%s}".formatted(at(0, ""), at(0, ""));
    assertThat(rig.call("log.compare", same)).endsWith("\"same\":true}");
  }

  private static final RequestHead REQUEST =
      new RequestHead("GET", "/feed", "HTTP/1.1", List.of(new Header("Host", "localhost:1")));

  private static final ResponseHead ANSWER =
      new ResponseHead(
          "HTTP/1.1", 401, "Unauthorized", List.of(new Header("Content-Type", "text/html")));

  private static Way way() {
    var old = new WsUrl(false, "old", 80, "/feed");
    var hop = new Hop(old, REQUEST, ANSWER, Bytes.utf8("moved"), Hop.Reason.REDIRECT);
    var tunnel = new Tunnel("http://proxy:3128", "http_proxy", REQUEST, ANSWER, Bytes.EMPTY, null);
    var expires = Instant.parse("2026-11-22T10:00:00Z");
    return new Way(
        List.of(hop), tunnel, new TokenFacts("https://auth.example/token", expires, true, null));
  }

  private static Attempt.Rejected rejected() {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    var evidence =
        new Evidence(
            new WsUrl(false, "localhost", 1, "/feed"),
            REQUEST,
            ANSWER,
            ANSWER.encode(),
            List.of(),
            new Timings(
                Map.of(Stage.TCP, Duration.ofNanos(1_500_000), Stage.UPGRADE, Duration.ofMillis(2)),
                Duration.ofMillis(4)),
            null,
            List.of(new AddressTry(address, Duration.ofMillis(1), null)),
            address,
            null,
            way());
    return new Attempt.Rejected(
        evidence, ANSWER, Bytes.utf8("<script>alert(1)</script>"), Attempt.BodyEnd.COMPLETE);
  }

  @Test
  void aRefusedHandshakeIsShownWholeAlsoAfterReopening() {
    log.append(rig.numbered(new Entry.HandshakeSent(CallRig.AT, REQUEST)));
    log.append(rig.numbered(new Entry.Refused(CallRig.AT, rejected())));
    var shown = rig.call("log.handshake", at(0, ""));
    assertThat(shown)
        .contains(
            "\"state\":\"refused\"",
            "\"line\":\"HTTP/1.1 401"
                + " Unauthorized\",\"headers\":[[\"Content-Type\",\"text/html\"]],\"status\":401",
            "\"bytes\":\"GET /feed HTTP/1.1\\nHost: localhost:1\\n\\n\"",
            "\"body\":{\"text\":\"<script>alert(1)</script>\"",
            "{\"stage\":\"upgrade\",\"start\":1.500,\"millis\":2.000,\"text\":\"2 ms\"}",
            "\"advice\":[{\"title\":\"`auth: ",
            "\"hops\":[{\"url\":\"ws://old/feed\",\"reason\":\"redirect\",\"request\":{\"bytes\":\"GET",
            "\"body\":{\"text\":\"moved\"",
            "\"tunnel\":{\"proxy\":\"http://proxy:3128\",\"variable\":\"http_proxy\",\"request\":{",
            "\"token\":{\"url\":\"https://auth.example/token\",\"reused\":true,\"expires\":1795341600000}");
    log.close();
    assertThat(rig.call("log.handshake", at(0, ""))).isEqualTo(shown);
  }

  @Test
  void withoutAnOutcomeThereIsNoHandshakeYet() {
    log.append(rig.numbered(new Entry.HandshakeSent(CallRig.AT, REQUEST)));
    assertThat(rig.call("log.handshake", at(0, "")))
        .isEqualTo("MISSING: Nothing has come of this attempt to connect yet.");
  }
}
