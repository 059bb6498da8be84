package parley.workbench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.talk.TalkRig.keyed;
import static parley.workbench.talk.TalkRig.main;
import static parley.workbench.talk.TalkRig.maps;
import static parley.workbench.talk.TalkRig.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.ServerIdentity;
import parley.workbench.call.Json;
import parley.workbench.call.With;

/** Servers that do more than echo: with TLS, of another maker, gone, or not willing. */
@Timeout(120)
class ServersTest {

  private static final String CHAT = "chat.ws.yaml";

  @TempDir private Path temp;
  private TalkRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new TalkRig(temp);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private With handshake(With talk) {
    return rig.call(
        "log.handshake",
        Json.object()
            .put("session", talk.text("session"))
            .put("position", main(talk).number("handshake")));
  }

  @Test
  void aCertificateIsCheckedUnlessThatIsSwitchedOffOrItIsTrusted() throws IOException {
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var tls = ListenSpec.at(at).tls(ServerIdentity.forLocalhost()).build();
    try (var server = EchoServer.open(EchoSpec.of(tls))) {
      var url = "url: wss://localhost:" + server.address().getPort() + "/\n";
      rig.file(CHAT, url);
      rig.call("talk.connect", keyed(CHAT));
      var failed = rig.await(CHAT, "failed");
      assertThat(main(failed).text("text")).contains("self-signed");
      assertThat(certificate(handshake(failed))).isEqualTo("false CN=localhost");

      rig.call("talk.verify", Json.object().put("verify", false));
      rig.call("talk.connect", keyed(CHAT));
      var unchecked = rig.await(CHAT, "connected");
      assertThat(main(unchecked).flag("verified")).isFalse();
      assertThat(rig.rows(unchecked)).contains("notice the server's certificate is not checked");
      var facts = main(unchecked).map("facts");
      assertThat(facts.text("tls")).startsWith("TLS 1.3 ");
      assertThat(facts.text("certificate")).contains("days");
      assertThat(certificate(handshake(unchecked))).isEqualTo("false CN=localhost");

      rig.call("talk.disconnect", keyed(CHAT));
      rig.await(CHAT, "closed");
      rig.call("talk.verify", Json.object().put("verify", true));
      rig.file("ca.pem", server.certificatePem().orElseThrow());
      rig.file(CHAT, url + "tls: { ca: ca.pem }\n");
      rig.call("talk.connect", keyed(CHAT));
      var trusted = rig.await(CHAT, "connected");
      assertThat(main(trusted).flag("verified")).isTrue();
      assertThat(certificate(handshake(trusted))).isEqualTo("true CN=localhost");
    }
  }

  /** Whether it was verified, and whose it is. */
  private static String certificate(With handshake) {
    var tls = handshake.map("tls");
    return tls.flag("verified") + " " + maps(tls, "chain").getFirst().text("subject");
  }

  @Test
  void aLostConnectionIsTriedAgainAndEachTryIsTold() throws IOException {
    try (var server = new RawServer(RawServer::acceptAndReset, RawServer::accept)) {
      rig.file(
          CHAT,
          "url: %s\nsettings: { reconnect: { attempts: 3, backoff: 500ms } }\n"
              .formatted(server.url()));
      rig.call("talk.connect", keyed(CHAT));
      var lost = rig.await(CHAT, talk -> main(talk).has("retry"));
      assertThat(main(lost).text("state")).isEqualTo("connecting");
      assertThat(main(lost).map("retry").number("attempt")).isEqualTo(1);
      assertThat(main(lost).map("retry").number("of")).isEqualTo(3);
      var again =
          rig.await(
              CHAT,
              talk ->
                  main(talk).text("state").equals("connected")
                      && rig.rows(talk).stream().filter("opened"::equals).count() == 2);
      assertThat(rig.rows(again))
          .contains("closed")
          .anyMatch(row -> row.startsWith("retry the connection was reset; try 1 of 3 in "));
    }
  }

  @Test
  void aServerOfAnotherMakerTalksCompressed() throws IOException {
    try (var server = NodeEcho.start()) {
      rig.file(CHAT, "url: " + server.url() + "\ncompression: true\n");
      var said = "all work and no play ".repeat(50).strip();
      rig.call("talk.send", text(CHAT, said));
      var talk = rig.await(CHAT, now -> now.number("rows") > 0 && answered(now));
      assertThat(main(talk).map("facts").text("compression")).startsWith("permessage-deflate ");
      var rows = maps(rows(talk), "rows").stream().filter(row -> row.text("k").equals("text"));
      assertThat(rows)
          .hasSize(2)
          .allMatch(row -> row.flag("z") && row.number("s") == said.length())
          .allMatch(row -> row.number("w") < 100);
      rig.call("talk.disconnect", keyed(CHAT));
      rig.await(CHAT, "closed");
    }
  }

  private boolean answered(With talk) {
    return rig.rows(talk).stream().anyMatch(row -> row.startsWith("text < "));
  }

  private With rows(With talk) {
    return rig.call(
        "log.rows",
        Json.object().put("session", talk.text("session")).put("from", 0).put("count", 100));
  }

  @Test
  void aRefusalIsShownWholeWithWhatMayMendIt() throws IOException {
    var refusal =
        "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n"
            + "{\"error\":\"foreign\"}";
    try (var server = new RawServer((socket, _) -> RawServer.write(socket, refusal))) {
      rig.file(CHAT, "url: " + server.url() + "\n");
      rig.call("talk.send", text(CHAT, "hello"));
      var talk =
          rig.await(
              CHAT,
              now ->
                  main(now).text("state").equals("refused")
                      && now.has("advice")
                      && now.list("pending").isEmpty());
      assertThat(main(talk).text("text")).isEqualTo("403 Forbidden");
      assertThat(rig.rows(talk))
          .contains("unsent > hello: the server refused the handshake with 403 Forbidden");
      var handshake = handshake(talk);
      assertThat(handshake.map("body").text("text")).isEqualTo("{\"error\":\"foreign\"}");
      assertThat(handshake.map("body").text("type")).isEqualTo("application/json");
      var fix = maps(maps(talk, "advice").getFirst(), "fixes").getFirst();
      assertThat(fix.map("row").text("name")).isEqualTo("Origin");
      assertThat(fix.map("row").text("value") + "/")
          .isEqualTo(server.url().replace("ws://", "http://"));
    }
  }
}
