package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Stage;
import parley.protocol.endpoint.Policy;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HandshakeRule;
import parley.protocol.handshake.HandshakeViolation;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;

/** What a server may make of an upgrade request (RFC 6455, 4.1). */
@Timeout(30)
class AnswerTest {

  private static final String WRONG_ACCEPT =
      String.join(
          "\r\n",
          "HTTP/1.1 101 Switching Protocols",
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
          "",
          "");

  private final Dialing dialing = new Dialing();

  @AfterEach
  void close() {
    dialing.close();
  }

  private static Peer answering(String answer) throws IOException {
    return Peer.doing(talk -> {
      talk.readHead();
      talk.send(answer);
      talk.hang();
    });
  }

  private static Peer upgradingWith(String headers) throws IOException {
    return Peer.doing(talk -> {
      talk.upgrade(headers, Bytes.EMPTY);
      talk.hang();
    });
  }

  @Test
  void aHangIsATimeoutInTheUpgrade() throws IOException {
    try (var peer = Peer.doing(Talk::hang)) {
      var failed = dialing.failed(Dialing.hasty(peer.url()), Stage.UPGRADE, Cause.TIMEOUT);
      assertThat(failed.evidence().timings().of(Stage.UPGRADE)).isPresent();
      assertThat(failed.evidence().request()).isPresent();
    }
  }

  @Test
  void halfAHeadIsATimeoutThatKeepsWhatCame() throws IOException {
    try (var peer = answering("HTTP/1.1 101 Swi")) {
      var failed = dialing.failed(Dialing.hasty(peer.url()), Stage.UPGRADE, Cause.TIMEOUT);
      assertThat(failed.evidence().received().toText()).isEqualTo("HTTP/1.1 101 Swi");
    }
  }

  @Test
  void anEndWithoutAnAnswerIsItsOwnOutcome() throws IOException {
    try (var peer = Peer.doing(Talk::readHead)) {
      var failed = dialing.failed(peer.url(), Stage.UPGRADE, Cause.STREAM_ENDED);
      assertThat(failed.text()).contains("without an answer");
    }
  }

  @Test
  void anEndWithinTheHeadSaysHowMuchCame() throws IOException {
    try (var peer =
        Peer.doing(talk -> {
          talk.readHead();
          talk.send("HTTP/1.1 200 OK\r\n");
        })) {
      var failed = dialing.failed(peer.url(), Stage.UPGRADE, Cause.STREAM_ENDED);
      assertThat(failed.text()).contains("17 bytes");
    }
  }

  @Test
  void aResetIsItsOwnOutcome() throws IOException {
    try (var peer =
        Peer.doing(talk -> {
          talk.readHead();
          talk.reset();
        })) {
      dialing.failed(peer.url(), Stage.UPGRADE, Cause.RESET);
    }
  }

  @Test
  void anotherProtocolIsNotHttpAndItsFirst64BytesAreKept() throws IOException {
    var banner = "SSH-2.0-OpenSSH_9.2 " + "x".repeat(100) + "\r\n";
    try (var peer = answering(banner)) {
      var failed = dialing.failed(peer.url(), Stage.UPGRADE, Cause.NOT_HTTP);
      assertThat(failed.evidence().received().toText()).isEqualTo(banner.substring(0, 64));
    }
  }

  @Test
  void aHeadAboveTheLimitIsRefused() throws IOException {
    try (var peer = answering("HTTP/1.1 101 OK\r\nX: " + "x".repeat(70_000))) {
      dialing.failed(peer.url(), Stage.UPGRADE, Cause.HEAD_TOO_LARGE);
    }
  }

  @Test
  void aWrongAcceptFailsTheAttempt() throws IOException {
    try (var peer = answering(WRONG_ACCEPT)) {
      var failed = dialing.failed(peer.url(), Stage.UPGRADE, Cause.WRONG_ACCEPT);
      assertThat(failed.evidence().violations())
          .extracting(HandshakeViolation::rule)
          .containsExactly(HandshakeRule.ACCEPT_WRONG);
      assertThat(failed.evidence().answer().orElseThrow().status()).isEqualTo(101);
    }
  }

  @Test
  void aWrongAcceptIsOnlyReportedWhenThePolicySaysSo() throws IOException {
    try (var peer = answering(WRONG_ACCEPT + "\u0081\u0002hi")) {
      var open = dialing.open(ConnectSpec.to(peer.url()).policy(Policy.REPORT_ONLY));
      assertThat(open.evidence().violations()).hasSize(1);
      dialing.watcher.await("text hi");
    }
  }

  @Test
  void anExtensionThatWasNotAskedForFailsTheAttempt() throws IOException {
    try (var peer = upgradingWith("Sec-WebSocket-Extensions: permessage-deflate\r\n")) {
      dialing.failed(peer.url(), Stage.UPGRADE, Cause.UNSOLICITED_EXTENSION);
    }
  }

  @Test
  void aSubprotocolThatWasNotAskedForFailsTheAttempt() throws IOException {
    try (var peer = upgradingWith("Sec-WebSocket-Protocol: chat\r\n")) {
      dialing.failed(
          ConnectSpec.to(peer.url()).subprotocols(List.of("mqtt")),
          Stage.UPGRADE,
          Cause.UNSOLICITED_SUBPROTOCOL);
    }
  }

  @Test
  void theChosenSubprotocolIsReported() throws IOException {
    try (var peer = upgradingWith("Sec-WebSocket-Protocol: mqtt\r\n")) {
      var open = dialing.open(ConnectSpec.to(peer.url()).subprotocols(List.of("chat", "mqtt")));
      assertThat(open.subprotocol()).contains("mqtt");
    }
  }

  @Test
  void aMissingUpgradeHeaderIsABadUpgrade() throws IOException {
    try (var peer =
        Peer.doing(talk -> {
          var answer = Talk.answer(talk.readHead(), "");
          talk.send(answer.replace("Upgrade: websocket\r\n", ""));
          talk.hang();
        })) {
      dialing.failed(peer.url(), Stage.UPGRADE, Cause.BAD_UPGRADE);
    }
  }

  @Test
  void interimAnswersArePassedOver() throws IOException {
    try (var peer =
        Peer.doing(talk -> {
          var head = talk.readHead();
          talk.send("HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n" + Talk.answer(head, ""));
          talk.hang();
        })) {
      dialing.open(ConnectSpec.to(peer.url()));
    }
  }

  @Test
  void bytesBehindTheHeadBelongToTheFirstFrames() throws IOException {
    try (var peer =
        Peer.doing(talk -> {
          talk.upgrade("", Bytes.hex("810568656c6c6f8900"));
          talk.hang();
        })) {
      dialing.open(ConnectSpec.to(peer.url()));
      dialing.watcher.await("text hello");
      dialing.watcher.await("ping");
    }
  }

  @Test
  void anAnswerInSingleBytesIsUnderstood() throws IOException {
    try (var peer =
        Peer.doing(talk -> {
          var answer = Talk.answer(talk.readHead(), "") + "\u0081\u0002ok";
          for (var i = 0; i < answer.length(); i++) {
            talk.send(answer.substring(i, i + 1));
          }
          talk.hang();
        })) {
      dialing.open(ConnectSpec.to(peer.url()));
      dialing.watcher.await("text ok");
    }
  }
}
