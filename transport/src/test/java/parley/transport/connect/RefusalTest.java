package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.model.connection.Attempt.BodyEnd;
import parley.model.connection.ConnectSpec;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;

/** An answer other than 101 comes back whole (RFC 9112, 6). */
@Timeout(30)
class RefusalTest {

  private final Dialing dialing = new Dialing();

  @AfterEach
  void close() {
    dialing.close();
  }

  private static Peer refusing(String answer, Peer.Script then) throws IOException {
    return Peer.doing(talk -> {
      talk.readHead();
      talk.send(answer);
      then.run(talk);
    });
  }

  @Test
  void statusHeadersAndACountedBodyComeBack() throws IOException {
    var answer = "HTTP/1.1 403 Keep Out\r\nX-Why: a\r\nX-Why: b\r\nContent-Length: 4\r\n\r\nstop";
    try (var peer = refusing(answer, Talk::hang)) {
      var rejected = dialing.rejected(ConnectSpec.to(peer.url()));
      assertThat(rejected.answer().status()).isEqualTo(403);
      assertThat(rejected.answer().reason()).isEqualTo("Keep Out");
      assertThat(rejected.answer().all("x-why")).containsExactly("a", "b");
      assertThat(rejected.body().toText()).isEqualTo("stop");
      assertThat(rejected.bodyEnd()).isEqualTo(BodyEnd.COMPLETE);
      assertThat(rejected.evidence().received().toText())
          .isEqualTo(answer.substring(0, answer.length() - 4));
    }
  }

  @Test
  void aBodyUntilTheEndOfTheStreamIsComplete() throws IOException {
    try (var peer = refusing("HTTP/1.0 500 Oops\r\n\r\nit broke", _ -> {})) {
      var rejected = dialing.rejected(ConnectSpec.to(peer.url()));
      assertThat(rejected.body().toText()).isEqualTo("it broke");
      assertThat(rejected.bodyEnd()).isEqualTo(BodyEnd.COMPLETE);
    }
  }

  @Test
  void aBodyThatTakesTooLongIsReportedAsFarAsItCame() throws IOException {
    try (var peer = refusing("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Talk::hang)) {
      var spec = ConnectSpec.to(peer.url()).refusalTimeout(Duration.ofMillis(200));
      var rejected = dialing.rejected(spec);
      assertThat(rejected.body().toText()).isEqualTo("half");
      assertThat(rejected.bodyEnd()).isEqualTo(BodyEnd.TIMEOUT);
    }
  }

  @Test
  void aBodyThatIsResetIsCut() throws IOException {
    try (var peer =
        refusing(
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
            talk -> {
              dialing.watcher.await("answered 200");
              talk.reset();
            })) {
      assertThat(dialing.rejected(ConnectSpec.to(peer.url())).bodyEnd()).isEqualTo(BodyEnd.CUT);
    }
  }
}
