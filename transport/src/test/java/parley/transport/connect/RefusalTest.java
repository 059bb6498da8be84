package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.connection.Attempt.BodyEnd;
import parley.model.connection.ConnectSpec;
import parley.protocol.frame.ByteSize;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.ResponseHead;
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

  @ParameterizedTest
  @CsvSource({
    "Content-Length: 5,         hello,                                       hello,  COMPLETE",
    "Content-Length: 0,         '',                                          '',     COMPLETE",
    "Content-Length: 12,        hello,                                       hello,  CUT",
    "Content-Length: 12,        hello world!,                                hello wo, LIMIT",
    "Transfer-Encoding: chunked, '3|hel|2;x=y|lo|0||',                       hello,  COMPLETE",
    "Transfer-Encoding: chunked, '5|hello|0|Trailer: 1||',                   hello,  COMPLETE",
    "Transfer-Encoding: chunked, '5|hello|',                                 hello,  CUT",
    "Transfer-Encoding: chunked, '5|helloX|',                                hello,  MALFORMED",
    "Transfer-Encoding: chunked, 'zz|',                                      '',     MALFORMED",
    "Transfer-Encoding: chunked, 'C|hello world!|',                          hello wo, LIMIT",
    "X: y,                      hello,                                       hello,  COMPLETE",
  })
  void everyFormOfBodyIsReadAtEveryCut(String header, String wire, String body, BodyEnd end) {
    var bytes = wire.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    for (var cut = 0; cut <= bytes.length; cut++) {
      var reader = new RefusalBody(head(header), ByteSize.of(8));
      var first = reader.read(ByteBuffer.wrap(bytes, 0, cut));
      var outcome = first.or(() -> Optional.empty());
      if (outcome.isEmpty()) {
        outcome = reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
      }
      assertThat(outcome.orElseGet(reader::endOfStream)).as("cut at %d", cut).isEqualTo(end);
      assertThat(reader.received().toText()).as("cut at %d", cut).isEqualTo(body);
    }
  }

  private static ResponseHead head(String header) {
    var colon = header.indexOf(": ");
    var field = new Header(header.substring(0, colon), header.substring(colon + 2));
    return new ResponseHead("HTTP/1.1", 400, "No", List.of(field));
  }
}
