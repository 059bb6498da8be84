package parley.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HeadReader.Progress;

class HeadReaderTest {

  private static final String ANSWER =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nX-Empty:\r\n\r\n";

  private static HeadReader responseReader() {
    return HeadReader.ofResponse(HeadReader.DEFAULT_LIMIT);
  }

  private static HeadReader requestReader() {
    return HeadReader.ofRequest(HeadReader.DEFAULT_LIMIT);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads {@code text} whole, in two parts at every cut, and byte by byte: always the same. */
  private static Progress response(String text) {
    var whole = responseReader().read(bytes(text));
    for (var cut = 0; cut <= text.length(); cut++) {
      assertThat(inTwoParts(responseReader(), text, cut)).isEqualTo(whole);
    }
    assertThat(byteByByte(responseReader(), text)).isEqualTo(whole);
    return whole;
  }

  private static Progress request(String text) {
    var whole = requestReader().read(bytes(text));
    for (var cut = 0; cut <= text.length(); cut++) {
      assertThat(inTwoParts(requestReader(), text, cut)).isEqualTo(whole);
    }
    assertThat(byteByByte(requestReader(), text)).isEqualTo(whole);
    return whole;
  }

  private static Progress inTwoParts(HeadReader reader, String text, int cut) {
    reader.read(bytes(text.substring(0, cut)));
    return reader.read(bytes(text.substring(cut)));
  }

  private static Progress byteByByte(HeadReader reader, String text) {
    for (var i = 0; i < text.length(); i++) {
      reader.read(bytes(text.substring(i, i + 1)));
    }
    return reader.read(bytes(""));
  }

  private static String whyNot(Progress progress) {
    assertThat(progress).isInstanceOf(Progress.NotHttp.class);
    return ((Progress.NotHttp) progress).why();
  }

  private static Progress answer(int status, String reason, Header... headers) {
    return new Progress.Response(new ResponseHead("HTTP/1.1", status, reason, List.of(headers)));
  }

  @Nested
  @DisplayName("RFC 9112, 2.2: message parsing")
  class MessageParsing {

    @Test
    void readsTheHeadAndLeavesWhatFollows() {
      var reader = responseReader();
      var in = bytes(ANSWER + "\u0081\0");

      assertThat(reader.read(in))
          .isEqualTo(
              answer(
                  101,
                  "Switching Protocols",
                  new Header("Upgrade", "websocket"),
                  new Header("X-Empty", "")));
      assertThat(in.remaining()).isEqualTo(2);
      assertThat(reader.received()).isEqualTo(Bytes.utf8(ANSWER));
      assertThat(reader.read(in)).isInstanceOf(Progress.Response.class);
      assertThat(in.remaining()).isEqualTo(2);
    }

    @Test
    void anyCutGivesTheSame() {
      assertThat(response(ANSWER)).isInstanceOf(Progress.Response.class);
    }

    @Test
    void everyBeginningIsIncomplete() {
      for (var length = 0; length < ANSWER.length(); length++) {
        assertThat(responseReader().read(bytes(ANSWER.substring(0, length))))
            .isEqualTo(new Progress.Incomplete());
      }
    }

    @Test
    void lineMayEndWithLfAlone() {
      assertThat(response("HTTP/1.1 200 OK\nA: b\n\n"))
          .isEqualTo(answer(200, "OK", new Header("A", "b")));
      assertThat(response("HTTP/1.1 200 OK\r\nA: b\n\r\n"))
          .isEqualTo(answer(200, "OK", new Header("A", "b")));
    }

    @Test
    void crWithoutLfIsRefused() {
      assertThat(whyNot(response("HTTP/1.1 200\rA: b\r\n\r\n")))
          .isEqualTo(
              "\"HTTP/1.1 200\\x0DA: b\\x0D\\x0A\\x0D\\x0A\" is not the beginning of a status"
                  + " line");
      assertThat(whyNot(response("HTTP/1.1 200 OK\r\nA: b\r\r\n")))
          .isEqualTo("a CR without LF stands in the head");
    }

    @Test
    void serverSkipsEmptyLinesBeforeTheRequest() {
      assertThat(request("\r\n\nGET / HTTP/1.1\r\n\r\n"))
          .isEqualTo(new Progress.Request(new RequestHead("GET", "/", "HTTP/1.1", List.of())));
    }

    @Test
    void clientDoesNot() {
      assertThat(whyNot(response("\r\n")))
          .isEqualTo("\"\\x0D\\x0A\" is not the beginning of a status line");
    }
  }

  @Nested
  @DisplayName("RFC 9112, 3: request line")
  class RequestLine {

    @Test
    void isReadWithItsFields() {
      var head =
          new RequestHead(
              "GET",
              "/a?b=%20",
              "HTTP/1.0",
              List.of(new Header("Host", "x"), new Header("host", "y")));

      assertThat(request("GET /a?b=%20 HTTP/1.0\r\nHost: x\r\nhost:\ty \r\n\r\n"))
          .isEqualTo(new Progress.Request(head));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET /\r\n",
          "GET  / HTTP/1.1\r\n",
          "GET /a b HTTP/1.1\r\n",
          "GET / HTTP/1.1 \r\n",
          "GET / http/1.1\r\n",
          "GET / HTTP/11\r\n",
          " GET / HTTP/1.1\r\n",
          "{}",
          "GE\u0007",
          "G\u007F"
        })
    void otherFormsAreRefused(String line) {
      assertThat(whyNot(request(line))).endsWith("is not the beginning of a request line");
    }

    @Test
    void tlsIsRecognisedAtItsFirstBytes() {
      assertThat(whyNot(request("\u0016\u0003\u0001")))
          .isEqualTo(
              "\"\\x16\\x03\\x01\" is not the beginning of a request line;"
                  + " it looks like a TLS handshake, where no TLS is spoken");
    }

    @Test
    void targetMayHaveBytesAboveAscii() {
      assertThat(request("GET /\u00e4 HTTP/1.1\r\n\r\n")).isInstanceOf(Progress.Request.class);
    }
  }

  @Nested
  @DisplayName("RFC 9112, 4: status line")
  class StatusLine {

    @ParameterizedTest
    @CsvSource({
      "HTTP/1.1 101, 101, ''",
      "'HTTP/1.1 101 ', 101, ''",
      "HTTP/1.1 404 Not Found, 404, Not Found",
      "HTTP/1.1 000 x, 0, x",
      "HTTP/1.1 999  x, 999,' x'"
    })
    void isReadWithAndWithoutReason(String line, int status, String reason) {
      assertThat(response(line + "\r\n\r\n")).isEqualTo(answer(status, reason));
    }

    @Test
    void anyVersionOfHttpIsReadAsAFact() {
      assertThat(response("HTTP/1.0 200 OK\r\n\r\n"))
          .isEqualTo(new Progress.Response(new ResponseHead("HTTP/1.0", 200, "OK", List.of())));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "x",
          "HTTPS",
          "HTTP/x",
          "HTTP/1,",
          "HTTP/1.x",
          "HTTP/1.1x",
          "HTTP/1.1 1x",
          "HTTP/1.1 2000",
          "HTTP/1.1 200 \0",
          "HTTP/1.1 20\r\n",
          "HTTP/1.1 \n"
        })
    void isGivenUpAtTheFirstByteThatCannotStandThere(String line) {
      assertThat(responseReader().read(bytes(line.substring(0, line.length() - 1))))
          .isEqualTo(new Progress.Incomplete());
      assertThat(whyNot(response(line))).endsWith(" is not the beginning of a status line");
    }

    @ParameterizedTest
    @CsvSource({
      "1503030002022800, a TLS alert: the peer expects TLS here",
      "5353482d322e302d4f70656e5353480d0a, an SSH server's greeting",
      "323230206d61696c2045534d54500d0a, a mail or FTP server's greeting",
      "2b4f4b2072656164790d0a, a POP3 server's greeting",
      "2a204f4b2049, an IMAP server's greeting",
      "2d45525220, a Redis error",
      "524642203030332e3030380a, a VNC server's greeting",
      "414d515000000901, an AMQP header",
      "3c68746d6c3e, markup without an HTTP head"
    })
    void foreignProtocolsAreNamed(String hex, String meaning) {
      var text = new String(Bytes.hex(hex).toArray(), StandardCharsets.ISO_8859_1);

      assertThat(whyNot(response(text))).endsWith("; it looks like " + meaning);
    }

    @Test
    void theFirst64BytesOfSomethingElseAreKept() {
      var noise = "\u0007" + "n".repeat(99);
      var reader = responseReader();
      var in = bytes(noise);

      assertThat(whyNot(reader.read(in)))
          .isEqualTo("\"\\x07" + "n".repeat(31) + "\"... is not the beginning of a status line");
      assertThat(reader.received()).isEqualTo(Bytes.utf8(noise.substring(0, 64)));
      assertThat(in.remaining()).isEqualTo(36);
      assertThat(reader.read(in)).isInstanceOf(Progress.NotHttp.class);
      assertThat(in.remaining()).isEqualTo(36);
    }

    @Test
    void noMoreIsKeptThanTheLimit() {
      var reader = HeadReader.ofResponse(ByteSize.of(3));

      assertThat(reader.read(bytes("xyz!"))).isInstanceOf(Progress.NotHttp.class);
      assertThat(reader.received()).isEqualTo(Bytes.utf8("x"));
    }
  }

  @Nested
  @DisplayName("RFC 9112, 5: field lines")
  class FieldLines {

    @Test
    void whiteSpaceAroundAValueIsNotPartOfIt() {
      assertThat(response("HTTP/1.1 200 OK\r\nA: \t b c\t \r\nB:d\r\nC: \r\n\r\n"))
          .isEqualTo(
              answer(200, "OK", new Header("A", "b c"), new Header("B", "d"), new Header("C", "")));
    }

    @Test
    void muchWhiteSpaceTakesNoLonger() {
      var value = "a" + " ".repeat(60_000) + "b";
      assertThat(responseReader().read(bytes("HTTP/1.1 200 OK\r\nA: " + value + "\r\n\r\n")))
          .isEqualTo(answer(200, "OK", new Header("A", value)));
    }

    @Test
    void valueMayContainColonsAndControlCharacters() {
      assertThat(response("HTTP/1.1 200 OK\r\nA: b:c\u0001\r\n\r\n"))
          .isEqualTo(answer(200, "OK", new Header("A", "b:c\u0001")));
    }

    @Test
    void valueIsUtf8WhenItCanBeElseLatin1() {
      assertThat(response("HTTP/1.1 200 OK\r\nA: \u00c3\u00bc\r\nB: \u00fc\r\n\r\n"))
          .isEqualTo(answer(200, "OK", new Header("A", "ü"), new Header("B", "ü")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '`',
        value = {
          "A : b ~ white space stands before the colon of \"A \" (RFC 9112, 5.1)",
          "A\t: b ~ white space stands before the colon of \"A\\x09\" (RFC 9112, 5.1)",
          "` b` ~ a line begins with white space, as folded headers do (RFC 9112, 5.2)",
          "`\tb` ~ a line begins with white space, as folded headers do (RFC 9112, 5.2)",
          ": b ~ byte 0x3A stands in the header name \":\"",
          "A\"B: c ~ byte 0x22 stands in the header name \"A\"\"",
          "ä: c ~ byte 0xE4 stands in the header name \"\\xE4\"",
          "A ~ a header line has no colon: \"A\\x0D\\x0A\""
        })
    void malformedLinesAreNamed(String line, String why) {
      assertThat(whyNot(response("HTTP/1.1 200 OK\r\nX: y\r\n" + line + "\r\n\r\n")))
          .isEqualTo(why);
    }

    @Test
    void nulIsRefused() {
      assertThat(whyNot(response("HTTP/1.1 200 OK\r\nA: b\0")))
          .isEqualTo("a NUL stands in \"A: b\\x00\"");
      assertThat(whyNot(response("HTTP/1.1 200 OK\r\nA\0")))
          .isEqualTo("byte 0x00 stands in the header name \"A\\x00\"");
    }
  }

  @Nested
  @DisplayName("RFC 9112, 2.3 and RFC 6455, 10.4: limits")
  class Limits {

    @Test
    void headOfTheLimitPassesAndOneByteMoreDoesNot() {
      var limit = ByteSize.of(ANSWER.length());
      var less = ByteSize.of(ANSWER.length() - 1L);

      assertThat(HeadReader.ofResponse(limit).read(bytes(ANSWER)))
          .isInstanceOf(Progress.Response.class);
      assertThat(HeadReader.ofResponse(less).read(bytes(ANSWER)))
          .isEqualTo(new Progress.TooLarge(less));
    }

    @Test
    void headersAreCounted() {
      var head = "HTTP/1.1 200 OK\r\n" + "A: b\n".repeat(HeadReader.MAX_HEADERS);

      assertThat(responseReader().read(bytes(head + "\r\n"))).isInstanceOf(Progress.Response.class);
      assertThat(responseReader().read(bytes(head + "A: b\n")))
          .isEqualTo(new Progress.TooManyHeaders(1000));
    }
  }

  @Nested
  class AnyBytes {

    @Test
    void randomChangesAreReadOrRefusedTheSameWayWhateverTheCut() {
      var random = new Random(9112);
      for (var round = 0; round < 3_000; round++) {
        var text = new StringBuilder(ANSWER);
        for (var change = random.nextInt(4); change >= 0; change--) {
          text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
        }
        var whole = responseReader().read(bytes(text.toString()));
        assertThat(byteByByte(responseReader(), text.toString())).isEqualTo(whole);
      }
    }

    @Test
    void whatWasReadIsWhatWasWritten() {
      var random = new Random(9110);
      for (var round = 0; round < 2_000; round++) {
        var head = new RequestHead("GET", "/" + round, "HTTP/1.1", headers(random));
        assertThat(requestReader().read(head.encode().asBuffer()))
            .isEqualTo(new Progress.Request(head));
      }
    }

    private static List<Header> headers(Random random) {
      return random
          .ints(random.nextInt(10), '!', 0x2FF)
          .mapToObj(c -> new Header("X-" + (c % 7), "a " + Character.toString(c)))
          .toList();
    }
  }
}
