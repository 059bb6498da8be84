package parley.transport.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.connection.Attempt.BodyEnd;
import parley.protocol.frame.ByteSize;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.ResponseHead;

/** The body of an answer (RFC 9112, 6). */
class RefusalBodyTest {

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
