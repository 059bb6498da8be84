package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Evidence;
import parley.model.connection.Hop;
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
import parley.protocol.frame.Opcode;
import parley.protocol.handshake.HandshakeRule;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.store.row.EntryRecord;
import parley.store.row.FrameRun;

/** What was stored is what comes back, for each kind of entry. */
class EntryRecordTest {

  private static final Moment AT = SessionLogTest.AT;

  private static final RequestHead REQUEST =
      new RequestHead(
          "GET", "/ü", "HTTP/1.1", List.of(new Header("Host", "a"), new Header("A", "")));

  private static final ResponseHead ANSWER =
      new ResponseHead("HTTP/1.1", 101, "", List.of(new Header("Upgrade", "websocket")));

  private static final TlsFacts TLS =
      new TlsFacts(
          "TLSv1.3",
          "TLS_AES_256_GCM_SHA384",
          List.of(),
          true,
          true,
          "CN=ann",
          "example.org",
          null);

  private static final CloseStatus BYE = CloseStatus.of(CloseCode.NORMAL, "bye \u0000");

  private static final Violation BROKEN = new Violation(Rule.RESERVED_OPCODE, "opcode 0xB");

  private static Evidence evidence() {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);
    return new Evidence(
        new WsUrl(true, "::1", 8080, "/a?b"),
        REQUEST,
        ANSWER,
        Bytes.hex("00ff0d0a"),
        List.of(new HandshakeViolation(HandshakeRule.ACCEPT_WRONG, "no")),
        new Timings(
            Map.of(Stage.DNS, Duration.ofNanos(1), Stage.TLS, Duration.ofNanos(3)),
            Duration.ofNanos(5)),
        TLS,
        List.of(
            new AddressTry(address, Duration.ofNanos(7), "connection refused"),
            new AddressTry(
                UnixDomainSocketAddress.of("/run/a.sock"),
                Duration.ofNanos(9),
                "permission denied"),
            new AddressTry(InetSocketAddress.createUnresolved("x", 1), Duration.ofNanos(8), null)),
        address,
        null,
        new Way(
            List.of(
                new Hop(
                    new WsUrl(true, "b", 443, "/old"),
                    REQUEST,
                    ANSWER,
                    Bytes.utf8("moved"),
                    Hop.Reason.REDIRECT)),
            new Tunnel("http://proxy:3128", "https_proxy", REQUEST, ANSWER, Bytes.utf8("no"), TLS),
            new TokenFacts(
                "https://auth.example/token",
                Instant.parse("2026-11-22T10:00:00.5Z"),
                true,
                new TokenFacts.Refusal(ANSWER, Bytes.hex("00")))));
  }

  private static Evidence straight() {
    var token = new TokenFacts("https://auth.example/token", null, false);
    var nothing = nothing();
    return new Evidence(
        nothing.url(),
        null,
        null,
        Bytes.EMPTY,
        List.of(),
        Timings.NONE,
        null,
        List.of(),
        null,
        null,
        new Way(List.of(), null, token));
  }

  static Entry opened() {
    return new Entry.Opened(AT, new Attempt.Open(nothing(), ANSWER, null, null));
  }

  private static Evidence nothing() {
    return new Evidence(
        new WsUrl(false, "a", 1, "/"),
        null,
        null,
        Bytes.EMPTY,
        List.of(),
        Timings.NONE,
        null,
        List.of(),
        null,
        null);
  }

  static List<Entry> entries() {
    var header = FrameHeader.of(Opcode.RESERVED_B, false, 70_000).maskedWith(0x01020304);
    return List.of(
        new Entry.Phase(AT, Stage.TLS, "example.org"),
        new Entry.Tried(AT, evidence().tries().getFirst()),
        new Entry.Secured(AT, TLS),
        new Entry.HandshakeSent(AT, REQUEST),
        new Entry.HandshakeReceived(AT, ANSWER),
        new Entry.Opened(
            AT,
            new Attempt.Open(
                evidence(), ANSWER, "chat", new DeflateParameters(true, false, 9, 15))),
        opened(),
        new Entry.Refused(
            AT, new Attempt.Rejected(evidence(), ANSWER, Bytes.hex("ff00"), Attempt.BodyEnd.CUT)),
        new Entry.Failed(
            AT, new Attempt.Failed(evidence(), Stage.DNS, Cause.NAME_UNKNOWN, "no such name")),
        new Entry.Failed(
            AT, new Attempt.Failed(straight(), Stage.TOKEN, Cause.TOKEN_REFUSED, "no token")),
        new Entry.Message(
            AT,
            Direction.SENT,
            true,
            Bytes.utf8("hi"),
            new Entry.Carriage(3, 4_000_000_000L, true)),
        new Entry.Message(
            AT, Direction.RECEIVED, false, Bytes.EMPTY, new Entry.Carriage(1, 0, false)),
        new Entry.Frame(AT, Direction.SENT, header, Bytes.hex("0102")),
        new Entry.Raw(AT, Direction.SENT, Bytes.hex("ff")),
        new Entry.Ping(AT, Direction.RECEIVED, Bytes.utf8("p")),
        new Entry.Pong(AT, Direction.RECEIVED, Bytes.utf8("p"), Duration.ofNanos(1234)),
        new Entry.Pong(AT, Direction.SENT, Bytes.EMPTY, null),
        new Entry.Close(AT, Direction.RECEIVED, BYE),
        new Entry.Close(AT, Direction.SENT, CloseStatus.NONE),
        new Entry.Unsent(AT, Opcode.TEXT, Bytes.utf8("hi"), "the connection has ended"),
        new Entry.Unsent(AT, null, Bytes.hex("ff"), ""),
        new Entry.Broken(AT, BROKEN),
        new Entry.Closed(
            AT, new Closure(Closure.Ending.VIOLATION, Closure.Initiator.LOCAL, null, BYE, BROKEN)),
        new Entry.Notice(AT, "connecting was given up"),
        new Entry.Retry(AT, 2, 5, Duration.ofMillis(1500), "the connection was reset"));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void comesBack(Entry entry) {
    var headers =
        entry instanceof Entry.Frame frame ? List.of(frame.header()) : List.<FrameHeader>of();
    var kept = FrameRun.read(FrameRun.write(headers));
    var read = EntryRecord.of(entry).toEntry(EntryRecord.payload(entry), kept);
    assertThat(read).isEqualTo(entry);
  }

  /** As a history before proxies, sockets and pins has it. */
  @Test
  void whatOlderFilesDoNotSayIsAbsent() {
    var json =
        """
        {"evidence":{"url":{"text":"wss://a:1/","secure":true,"host":"a","port":1,"target":"/"},
        "received":{"base64":""},"violations":[],"timings":{"dns":1,"total":5},
        "tls":{"protocol":"TLSv1.3","cipher":"x","chain":[],"verified":true},
        "tries":[{"address":{"host":"a","port":1},"duration":7}]},
        "stage":"TLS","cause":"RESET","text":"reset"}\
        """;
    var failed = new Attempt.Failed(nothing(), Stage.TLS, Cause.RESET, "reset");
    var entry = read(new Entry.Failed(AT, failed), json);
    assertThat(entry)
        .isInstanceOfSatisfying(
            Entry.Failed.class,
            read -> {
              var old = read.attempt().evidence();
              assertThat(old.url()).isEqualTo(new WsUrl(true, "a", 1, "/"));
              assertThat(old.way()).isEqualTo(Way.STRAIGHT);
              assertThat(old.tls().orElseThrow().pinned()).isFalse();
              assertThat(old.tls().orElseThrow().shown()).isEmpty();
              assertThat(old.timings().of(Stage.DNS)).contains(Duration.ofNanos(1));
              assertThat(old.timings().of(Stage.PROXY)).isEmpty();
            });
  }

  @Test
  void aDamagedNumberIsANotice() {
    var retry = new Entry.Retry(AT, 1, 1, Duration.ZERO, "");
    var json = "{\"attempt\":3000000000,\"attempts\":1,\"wait\":0,\"why\":\"\"}";
    assertThat(read(retry, json))
        .isEqualTo(
            new Entry.Notice(
                AT, "This row cannot be read: the field attempt is too large: 3000000000."));
  }

  private static Entry read(Entry like, String json) {
    return EntryRecord.of(like).toEntry(Bytes.utf8(json), List.of());
  }
}
