package parley.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.fixture.Talk;
import parley.transport.fixture.Watcher;

/** The ways in which a connection ends (RFC 6455, 7). */
@Timeout(30)
class ClosingTest {

  private static final Bytes CLOSE_NORMAL = Bytes.hex("880203e8");
  private static final int MASKED_CLOSE_BYTES = 8;

  @Test
  void theCloseHandshakeEndsCleanly() throws IOException {
    try (var session =
        new Session(talk -> {
          talk.read(MASKED_CLOSE_BYTES);
          talk.send(CLOSE_NORMAL);
        })) {
      session.connection.close(CloseStatus.of(CloseCode.NORMAL));
      session.watcher.await("closed CLOSE_HANDSHAKE 1000");
    }
  }

  @Test
  void aCloseOfThePeerIsAnsweredAndItsEndAwaited() throws IOException {
    var answer = new CompletableFuture<Bytes>();
    try (var session =
        new Session(talk -> {
          talk.send(CLOSE_NORMAL);
          answer.complete(talk.read(MASKED_CLOSE_BYTES));
        })) {
      session.watcher.await("close 1000");
      session.watcher.await("closed CLOSE_HANDSHAKE 1000");
      assertThat(Watcher.get(answer).at(0)).isEqualTo((byte) 0x88);
    }
  }

  @Test
  void aPeerThatDoesNotAnswerTheCloseRunsIntoTheTimeout() throws IOException {
    try (var session = new Session(spec -> spec.closeTimeout(Duration.ofMillis(100)), Talk::hang)) {
      session.connection.close(CloseStatus.of(CloseCode.NORMAL));
      session.watcher.await("closed CLOSE_TIMEOUT 1006");
    }
  }

  @Test
  void aPeerThatAnswersTheCloseAndStaysRunsIntoTheTimeoutToo() throws IOException {
    var end = new CompletableFuture<Bytes>();
    try (var session =
        new Session(
            spec -> spec.closeTimeout(Duration.ofMillis(100)),
            talk -> {
              talk.send(CLOSE_NORMAL);
              talk.read(MASKED_CLOSE_BYTES);
              end.complete(talk.readAll());
              talk.hang();
            })) {
      session.watcher.await("closed CLOSE_HANDSHAKE 1000");
      assertThat(Watcher.get(end)).isEqualTo(Bytes.EMPTY);
    }
  }

  @Test
  void anEndWithoutACloseFrameIsReported() throws IOException {
    try (var session = new Session(_ -> {})) {
      session.watcher.await("violation ENDED_WITHOUT_CLOSE");
      session.watcher.await("closed STREAM_END 1006");
    }
  }

  @Test
  void aResetIsReported() throws IOException {
    try (var session = new Session(Talk::reset)) {
      session.watcher.await("closed RESET 1006");
    }
  }

  @Test
  void aResetThatAWriteRunsIntoIsReportedToo() throws IOException {
    try (var session =
        new Session(talk -> {
          talk.read(1);
          talk.reset();
        })) {
      session.connection.post(new Outgoing.Raw(Bytes.of(new byte[32 << 20])));
      session.watcher.await("closed RESET 1006");
    }
  }

  @Test
  void abortResetsTheConnection() throws IOException {
    var end = new CompletableFuture<String>();
    try (var session =
        new Session(talk -> {
          try {
            end.complete("end " + talk.readAll());
          } catch (IOException reset) {
            end.complete(reset.getMessage());
          }
        })) {
      session.connection.abort();
      session.watcher.await("closed ABORT 1006");
      assertThat(Watcher.get(end)).isEqualTo("Connection reset");
    }
  }

  @Test
  void afterAViolationThePeerGetsOurCloseFrameThoughItHasSentMore() throws IOException {
    var answer = new CompletableFuture<Bytes>();
    try (var session =
        new Session(talk -> {
          // A reserved opcode, then more than all buffers on the way hold.
          talk.send(Bytes.hex("8300"));
          talk.send(Bytes.of(new byte[8 << 20]));
          answer.complete(talk.readAll());
        })) {
      session.watcher.await("violation RESERVED_OPCODE");
      assertThat(Watcher.get(answer).slice(0, 1)).isEqualTo(Bytes.hex("88"));
      session.watcher.await("closed VIOLATION 1006");
    }
  }

  @Test
  void theCloseFrameOfAPeerThatNoLongerReadsIsSeen() throws IOException {
    try (var session =
        new Session(talk -> {
          talk.send(Bytes.hex("880203e9"));
          talk.hang();
        })) {
      session.connection.post(new Outgoing.Raw(Bytes.of(new byte[8 << 20])));
      session.watcher.await("close 1001");
    }
  }

  @Test
  void aHalfClosedPeerStillGetsWhatIsOnItsWay() throws IOException {
    var got = new CompletableFuture<Bytes>();
    try (var session =
        new Session(talk -> {
          talk.read(1);
          talk.endOutput();
          got.complete(talk.readAll());
        })) {
      session.connection.post(new Outgoing.Raw(Bytes.of(new byte[8 << 20])));
      assertThat(Watcher.get(got).size()).isEqualTo((8 << 20) - 1);
      session.watcher.await("closed STREAM_END 1006");
    }
  }

  @Test
  void aConnectionThatHasEndedRefusesAllFurtherWork() throws IOException {
    try (var session = new Session(_ -> {})) {
      session.watcher.await("closed");
      session.connection.abort();
      session.connection.pauseReading();
      session.connection.resumeReading();
      Watcher.get(session.connection.whenWritable());
      assertThat(session.connection.isOpen()).isFalse();
      assertThat(session.watcher.soFar()).isEmpty();
    }
  }
}
