package parley.workbench.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.WsUrl;
import parley.model.transcript.Entry;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.Opcode;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.store.Reopened;
import parley.store.SessionLog;
import parley.workbench.call.Answer;
import parley.workbench.log.CallRig;
import parley.workbench.log.LiveLog;
import parley.workbench.server.Downloads;

class FormatTest {

  @TempDir Path folder;

  private CallRig rig;
  private LiveLog log;

  @BeforeEach
  void begin() {
    rig = new CallRig(folder);
    new ExportCalls(rig.logs, rig.views, new Downloads(), "1.0").addTo(rig.calls);
    log = rig.begin();
    log.append(rig.sent("lost, before any attempt"));
    log.append(rig.numbered(new Entry.Opened(CallRig.AT, open())));
    log.append(rig.sent("say \"hi\""));
    log.append(rig.binary(Bytes.hex("00ff")));
    log.append(rig.numbered(new Entry.Opened(CallRig.AT, open())));
    log.append(rig.received("again\n"));
    var lost = Bytes.utf8("too late");
    log.append(rig.numbered(new Entry.Unsent(CallRig.AT, Opcode.TEXT, lost, "it has ended")));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private static Attempt.Open open() {
    var answer =
        new ResponseHead(
            "HTTP/1.1", 101, "Switching Protocols", List.of(new Header("Upgrade", "websocket")));
    var evidence =
        new Evidence(
            new WsUrl(false, "localhost", 1, "/feed"),
            new RequestHead("GET", "/feed", "HTTP/1.1", List.of(new Header("Host", "localhost:1"))),
            answer,
            answer.encode(),
            List.of(),
            new Timings(
                Map.of(Stage.TCP, Duration.ofMillis(1), Stage.UPGRADE, Duration.ofMillis(2)),
                Duration.ofMillis(4)),
            null,
            List.of(),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
            null);
    return new Attempt.Open(evidence, answer, null, null);
  }

  private SessionLog log() {
    return switch (rig.logs.history().reopen(log.session())) {
      case Reopened.Live(var here) -> here;
      case Reopened other -> throw new IllegalStateException(other.toString());
    };
  }

  private String written(Format format) throws IOException {
    return written(format, new Selection(log(), null));
  }

  private static String written(Format format, Selection rows) throws IOException {
    var out = new ByteArrayOutputStream();
    format.write(rows, out, "1.0");
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void harHasAnEntryForEachAttemptWithItsMessages() throws IOException {
    var har = written(Format.HAR);
    assertThat(JsonReader.read(har)).isInstanceOf(JsonReading.Read.class);
    assertThat(har)
        .contains(
            "\"creator\":{\"name\":\"Parley\",\"version\":\"1.0\"}",
            "\"_resourceType\":\"websocket\"",
            "\"startedDateTime\":\"2026-11-21T17:00:00.119456Z\"",
            "\"request\":{\"method\":\"GET\",\"url\":\"ws://localhost:1/feed\",\"httpVersion\":\"HTTP/1.1\","
                + "\"headers\":[{\"name\":\"Host\",\"value\":\"localhost:1\"}]",
            "\"timings\":{\"blocked\":-1,\"dns\":-1,\"connect\":1.000,\"ssl\":-1,\"send\":0,\"wait\":2.000,\"receive\":0}",
            "\"serverIPAddress\":\"127.0.0.1\"",
            """
            "_webSocketMessages":[
            {"type":"send","time":1795280400.123456,"opcode":1,"data":"say \\"hi\\""},
            {"type":"receive","time":1795280400.123456,"opcode":2,"data":"AP8="}]}\
            """,
            """
            "_webSocketMessages":[
            {"type":"receive","time":1795280400.123456,"opcode":1,"data":"again\\n"},
            {"type":"error","time":1795280400.123456,"opcode":-1,"data":"not sent: it has ended","_unsent":{"opcode":1,"data":"too late"}}]}\
            """)
        .doesNotContain("before any attempt");
  }

  @Test
  void csvQuotesAsItsStandardSays() throws IOException {
    assertThat(written(Format.CSV).lines())
        .contains(
            "2,3,2026-11-21T17:00:00.123456Z,1234,,sent,text,8,8,1,false,\"say \"\"hi\"\"\",,",
            "3,4,2026-11-21T17:00:00.123456Z,1234,,received,binary,2,2,1,false,,AP8=,",
            "6,7,2026-11-21T17:00:00.123456Z,1234,,,unsent,8,0,0,false,too late,,it has ended");
  }

  @Test
  void jsonLinesAreThoseOfTheCommandLine() throws IOException {
    var lines = written(Format.JSON_LINES).lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(2)).startsWith("{\"type\":\"message\"").contains("\"direction\":\"sent\"");
    assertThat(lines.get(6))
        .startsWith("{\"type\":\"unsent\"")
        .endsWith("\"kind\":\"text\",\"size\":8,\"why\":\"it has ended\",\"text\":\"too late\"}");
  }

  @Test
  void textIsReadByPeople() throws IOException {
    assertThat(written(Format.TEXT))
        .contains(
            " → say \"hi\"\n",
            " ← (binary) 00 ff\n",
            " ← again\n",
            " × too late · not sent: it has ended\n",
            " · open · 127.0.0.1:1");
  }

  @Test
  void aFilterIsExportedAlone() throws IOException, InterruptedException {
    var open =
        rig.answer(
            "log.filter",
            "{\"session\":\"%s\",\"query\":{\"find\":\"say\"}}".formatted(log.session()));
    assertThat(open).isInstanceOf(Answer.Result.class);
    rig.await(told -> told.startsWith("view ") && told.contains("\"done\":true"));
    var view = rig.views.find("view-1").orElseThrow().view();
    assertThat(written(Format.CSV, new Selection(log(), view)).lines()).hasSize(2);
    assertThat(written(Format.HAR, new Selection(log(), view)))
        .contains("say")
        .doesNotContain("again");
  }

  @Test
  void exportsAndPayloadsAreOfferedAsDownloads() {
    var session = "{\"session\":\"%s\",".formatted(log.session());
    assertThat(rig.call("log.export", session + "\"format\":\"har\"}"))
        .matches("\\{\"href\":\"/download/[^\"]+\",\"name\":\"Feed-20261121-170000.har\"}");
    assertThat(rig.call("log.save", session + "\"position\":3}"))
        .matches("\\{\"href\":\"/download/[^\"]+\",\"name\":\"Feed-20261121-170000-3.bin\"}");
    assertThat(rig.call("log.save", session + "\"position\":1}"))
        .isEqualTo("MISSING: This row has no payload to save.");
  }
}
