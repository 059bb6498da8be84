package parley.report;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.TlsFacts;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.connection.Way;
import parley.model.connection.WsUrl;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Rule;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Opcode;
import parley.protocol.handshake.HandshakeRule;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** One entry of each kind, and more where a kind has several looks. */
public final class Samples {

  static final Moment AT =
      new Moment(Instant.parse("2026-03-01T12:34:56.789012Z"), Duration.ofNanos(1_234_000));

  private static final InetSocketAddress SERVER = address("127.0.0.1", 9001);
  private static final InetSocketAddress CLIENT = address("127.0.0.1", 51234);
  static final WsUrl URL = new WsUrl(false, "localhost", 9001, "/chat?room=1");

  private static final String TOKEN_URL = "https://auth.example/token";

  private Samples() {}

  private static InetSocketAddress address(String literal, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
  }

  public static ResponseHead answer(int status, String reason, Header... headers) {
    return new ResponseHead("HTTP/1.1", status, reason, List.of(headers));
  }

  public static Evidence evidence(
      WsUrl url, @Nullable ResponseHead answer, Bytes received, HandshakeViolation... broken) {
    var timings =
        Timings.NONE
            .with(Stage.DNS, Duration.ofNanos(85_000))
            .with(Stage.TCP, Duration.ofNanos(412_000))
            .with(Stage.UPGRADE, Duration.ofMillis(2))
            .withTotal(Duration.ofNanos(2_497_000));
    return new Evidence(
        url,
        null,
        answer,
        received,
        List.of(broken),
        timings,
        null,
        List.of(new AddressTry(SERVER, Duration.ofNanos(412_000), null)),
        SERVER,
        CLIENT);
  }

  static Attempt.Failed failed(Stage stage, Cause cause, String text, Bytes received) {
    return new Attempt.Failed(evidence(URL, null, received), stage, cause, text);
  }

  /** Where a token server gave no token. */
  static Attempt.Failed withoutToken() {
    var answer =
        answer(
            401,
            "Unauthorized",
            new Header("WWW-Authenticate", "Basic realm=\"auth\""),
            new Header("Content-Type", "application/json"));
    var refusal = new TokenFacts.Refusal(answer, Bytes.utf8("{\"error\":\"invalid_client\"}"));
    return new Attempt.Failed(
        with(new TokenFacts(TOKEN_URL, null, false, refusal)),
        Stage.TOKEN,
        Cause.TOKEN_REFUSED,
        "the token server " + TOKEN_URL + " answered 401 Unauthorized: invalid_client");
  }

  /** Where a token was at hand. */
  static Attempt.Open withToken(@Nullable Instant expiresOrNull) {
    return new Attempt.Open(
        with(new TokenFacts(TOKEN_URL, expiresOrNull, expiresOrNull != null)),
        answer(101, "Switching Protocols"),
        null,
        null);
  }

  private static Evidence with(TokenFacts token) {
    return on(new Way(List.of(), null, token));
  }

  private static Evidence on(Way way) {
    return new Evidence(
        URL,
        null,
        null,
        Bytes.EMPTY,
        List.of(),
        Timings.NONE.with(Stage.TOKEN, Duration.ofMillis(30)),
        null,
        List.of(),
        null,
        null,
        way);
  }

  /** What a proxy did not let through. */
  static Attempt.Failed atProxy(Stage stage, Cause cause) {
    var tunnel = new Tunnel("http://proxy:3128", null, null, null, Bytes.EMPTY, null);
    return new Attempt.Failed(
        on(new Way(List.of(), tunnel, null)), stage, cause, "the proxy does not let it through");
  }

  /** What a proxy of the environment refuses with a page. */
  static Attempt.Failed refusedByProxy() {
    var answer =
        answer(403, "Forbidden", new Header("Via", "1.1 squid"), new Header("X-Rule", "no \u001b"));
    var request = new RequestHead("CONNECT", "chat:443", "HTTP/1.1", List.of());
    var tunnel =
        new Tunnel(
            "http://proxy:3128", "HTTPS_PROXY", request, answer, Bytes.utf8("<p>ask IT\n"), null);
    return new Attempt.Failed(
        on(new Way(List.of(), tunnel, null)),
        Stage.PROXY,
        Cause.PROXY_REFUSED,
        "the proxy http://proxy:3128 does not open the way to chat:443: 403 Forbidden");
  }

  /** Where a proxy was passed. */
  static Attempt.Open throughProxy() {
    var tunnel = new Tunnel("socks5h://proxy:1080", null, null, null, Bytes.EMPTY, null);
    return new Attempt.Open(
        on(new Way(List.of(), tunnel, null)), answer(101, "Switching Protocols"), null, null);
  }

  public static Attempt.Failed unreachable() {
    var tries =
        List.of(
            new AddressTry(address("::1", 9001), Duration.ofNanos(90_000), "connection refused"),
            new AddressTry(SERVER, Duration.ofNanos(61_000), "connection refused"));
    var timings = Timings.NONE.with(Stage.TCP, Duration.ofNanos(151_000));
    var evidence =
        new Evidence(URL, null, null, Bytes.EMPTY, List.of(), timings, null, tries, null, null);
    return new Attempt.Failed(
        evidence, Stage.TCP, Cause.CONNECTION_REFUSED, "connection refused: 127.0.0.1:9001");
  }

  static Attempt.Failed badUpgrade() {
    var answer = answer(101, "Switching Protocols", new Header("Upgrade", "websocket"));
    var broken =
        new HandshakeViolation(HandshakeRule.ACCEPT_MISSING, "no Sec-WebSocket-Accept header");
    return new Attempt.Failed(
        evidence(URL, answer, Bytes.EMPTY, broken),
        Stage.UPGRADE,
        Cause.WRONG_ACCEPT,
        "the answer does not prove that the server understood the handshake");
  }

  public static Attempt.Rejected rejected() {
    var answer =
        answer(
            401,
            "Unauthorized",
            new Header("WWW-Authenticate", "Basic realm=\"chat\""),
            new Header("Date", "Sun, 01 Mar 2026 12:34:56 GMT"),
            new Header("Content-Type", "text/plain"));
    return new Attempt.Rejected(
        evidence(URL, answer, Bytes.EMPTY),
        answer,
        Bytes.utf8("who are you?\u001b[2J\n"),
        Attempt.BodyEnd.COMPLETE);
  }

  public static Attempt.Open open() {
    return new Attempt.Open(
        evidence(URL, answer(101, "Switching Protocols"), Bytes.EMPTY),
        answer(101, "Switching Protocols"),
        "chat.v1",
        new DeflateParameters(false, true, 15, 10));
  }

  static Entry.Message message(Direction direction, boolean text, Bytes payload) {
    return new Entry.Message(
        AT, direction, text, payload, new Entry.Carriage(1, payload.size(), false));
  }

  static Closure closure(
      Closure.Ending ending,
      Closure.Initiator initiator,
      @Nullable CloseStatus received,
      @Nullable CloseStatus sent) {
    return new Closure(ending, initiator, received, sent, null);
  }

  static List<Entry> entries() {
    var violation = new Violation(Rule.RESERVED_OPCODE, "opcode 0x3");
    var away = CloseStatus.of(CloseCode.GOING_AWAY, "restart");
    var header =
        new FrameHeader(
            false,
            true,
            false,
            true,
            Opcode.RESERVED_3,
            true,
            0x37FA213D,
            LengthForm.SIXTEEN_BIT,
            5);
    return List.of(
        new Entry.Phase(AT, Stage.DNS, "localhost"),
        new Entry.Phase(AT, Stage.TCP, "127.0.0.1:9001"),
        new Entry.Phase(AT, Stage.TLS, "localhost"),
        new Entry.Tried(AT, new AddressTry(SERVER, Duration.ofMillis(3), null)),
        new Entry.Tried(AT, new AddressTry(SERVER, Duration.ofMillis(3), "connection refused")),
        new Entry.Secured(
            AT,
            new TlsFacts(
                "TLSv1.3",
                "TLS_AES_256_GCM_SHA384",
                List.of(),
                false,
                false,
                null,
                "localhost",
                null)),
        new Entry.HandshakeSent(
            AT,
            new RequestHead(
                "GET", "/chat?room=1", "HTTP/1.1", List.of(new Header("Host", "localhost:9001")))),
        new Entry.HandshakeReceived(
            AT, answer(101, "Switching Protocols", new Header("Upgrade", "websocket"))),
        new Entry.Opened(AT, open()),
        new Entry.Refused(AT, rejected()),
        new Entry.Failed(AT, unreachable()),
        message(Direction.SENT, true, Bytes.utf8("hello")),
        message(
            Direction.RECEIVED,
            true,
            Bytes.utf8("{\"id\":12345678901234567890,\"a\":[1.10,true,null]}")),
        message(Direction.RECEIVED, true, Bytes.utf8("two\nlines \u001b[31m\u0000 \u202e")),
        message(Direction.RECEIVED, true, Bytes.hex("6869ff")),
        message(Direction.RECEIVED, false, Bytes.hex("00ff1e7f0d0a")),
        new Entry.Frame(
            AT, Direction.RECEIVED, FrameHeader.of(Opcode.TEXT, true, 5), Bytes.utf8("hello")),
        new Entry.Frame(AT, Direction.RECEIVED, header, Bytes.utf8("ab")),
        new Entry.Raw(AT, Direction.SENT, Bytes.hex("8100")),
        new Entry.Ping(AT, Direction.SENT, Bytes.utf8("hi")),
        new Entry.Pong(AT, Direction.RECEIVED, Bytes.utf8("hi"), Duration.ofNanos(1_240_000)),
        new Entry.Pong(AT, Direction.RECEIVED, Bytes.EMPTY, null),
        new Entry.Close(AT, Direction.RECEIVED, away),
        new Entry.Close(AT, Direction.SENT, CloseStatus.NONE),
        new Entry.Broken(AT, violation),
        new Entry.Closed(
            AT, closure(Closure.Ending.CLOSE_HANDSHAKE, Closure.Initiator.REMOTE, away, away)),
        new Entry.Closed(
            AT,
            closure(
                Closure.Ending.CLOSE_HANDSHAKE,
                Closure.Initiator.LOCAL,
                CloseStatus.of(CloseCode.GOING_AWAY),
                CloseStatus.of(CloseCode.NORMAL))),
        new Entry.Closed(
            AT, closure(Closure.Ending.STREAM_END, Closure.Initiator.REMOTE, null, null)),
        new Entry.Closed(AT, closure(Closure.Ending.RESET, Closure.Initiator.REMOTE, null, away)),
        new Entry.Closed(
            AT, closure(Closure.Ending.CLOSE_TIMEOUT, Closure.Initiator.LOCAL, null, away)),
        new Entry.Closed(
            AT, closure(Closure.Ending.PONG_TIMEOUT, Closure.Initiator.LOCAL, null, null)),
        new Entry.Closed(AT, closure(Closure.Ending.ABORT, Closure.Initiator.LOCAL, null, null)),
        new Entry.Closed(
            AT,
            new Closure(
                Closure.Ending.VIOLATION,
                Closure.Initiator.LOCAL,
                null,
                CloseStatus.of(CloseCode.PROTOCOL_ERROR),
                violation)),
        new Entry.Notice(AT, "http:// was taken as ws://"));
  }
}
