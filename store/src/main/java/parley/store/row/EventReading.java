package parley.store.row;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.TlsFacts;
import parley.model.connection.WsUrl;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Rule;
import parley.protocol.endpoint.Violation;
import parley.protocol.handshake.HandshakeRule;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** Events from the JSON that {@link EventWriting} writes. */
final class EventReading {

  private EventReading() {}

  /** The event of a kind without payload; anything wrong is an IllegalArgumentException. */
  static Entry read(RowKind kind, Moment at, EventObject in) {
    return switch (kind) {
      case PHASE -> new Entry.Phase(at, in.constant("stage", Stage.class), in.text("subject"));
      case TRIED -> new Entry.Tried(at, tried(in));
      case SECURED -> new Entry.Secured(at, tls(in));
      case HANDSHAKE_SENT -> new Entry.HandshakeSent(at, request(in));
      case HANDSHAKE_RECEIVED -> new Entry.HandshakeReceived(at, response(in));
      case OPENED -> new Entry.Opened(at, opened(in));
      case REFUSED -> new Entry.Refused(at, refused(in));
      case FAILED -> new Entry.Failed(at, failed(in));
      case BROKEN -> new Entry.Broken(at, violation(in));
      case CLOSED -> new Entry.Closed(at, closure(in));
      case NOTICE -> new Entry.Notice(at, in.text("text"));
      case RETRY ->
          new Entry.Retry(
              at, in.count("attempt"), in.count("attempts"), in.duration("wait"), in.text("why"));
      case TEXT, BINARY, PING, PONG, CLOSE, FRAME, RAW, LOST, UNSENT ->
          throw new IllegalArgumentException(kind + " is no event");
    };
  }

  private static Attempt.Open opened(EventObject in) {
    return new Attempt.Open(
        evidence(in.object("evidence")),
        response(in.object("answer")),
        in.textOrNull("subprotocol"),
        in.orNull("deflate", EventReading::deflate));
  }

  private static Attempt.Rejected refused(EventObject in) {
    return new Attempt.Rejected(
        evidence(in.object("evidence")),
        response(in.object("answer")),
        in.bytes("body"),
        in.constant("bodyEnd", Attempt.BodyEnd.class));
  }

  private static Attempt.Failed failed(EventObject in) {
    return new Attempt.Failed(
        evidence(in.object("evidence")),
        in.constant("stage", Stage.class),
        in.constant("cause", Cause.class),
        in.text("text"));
  }

  private static Evidence evidence(EventObject in) {
    return new Evidence(
        url(in.object("url")),
        in.orNull("request", EventReading::request),
        in.orNull("answer", EventReading::response),
        in.bytes("received"),
        in.all("violations", EventReading::handshakeViolation),
        timings(in.object("timings")),
        in.orNull("tls", EventReading::tls),
        in.all("tries", EventReading::tried),
        in.orNull("remote", EventReading::address),
        in.orNull("local", EventReading::address),
        WayReading.of(in));
  }

  static WsUrl url(EventObject in) {
    return new WsUrl(
        in.truth("secure"),
        in.text("host"),
        in.count("port"),
        in.text("target"),
        pathOrNull(in.textOrNull("socket")));
  }

  private static @Nullable Path pathOrNull(@Nullable String text) {
    return text == null ? null : Path.of(text);
  }

  static RequestHead request(EventObject in) {
    return new RequestHead(
        in.text("method"),
        in.text("target"),
        in.text("version"),
        in.all("headers", EventReading::header));
  }

  static ResponseHead response(EventObject in) {
    return new ResponseHead(
        in.text("version"),
        in.count("status"),
        in.text("reason"),
        in.all("headers", EventReading::header));
  }

  private static Header header(EventObject in) {
    return new Header(in.text("name"), in.text("value"));
  }

  private static HandshakeViolation handshakeViolation(EventObject in) {
    return new HandshakeViolation(in.constant("rule", HandshakeRule.class), in.text("found"));
  }

  private static Violation violation(EventObject in) {
    return new Violation(in.constant("rule", Rule.class), in.text("found"));
  }

  private static Timings timings(EventObject in) {
    var stages = new EnumMap<Stage, Duration>(Stage.class);
    for (var stage : Stage.values()) {
      var time = in.durationOrNull(stage.name().toLowerCase(Locale.ROOT));
      if (time != null) {
        stages.put(stage, time);
      }
    }
    return new Timings(stages, in.duration("total"));
  }

  static TlsFacts tls(EventObject in) {
    return new TlsFacts(
        in.textOrNull("protocol"),
        in.textOrNull("cipher"),
        in.all("chain", EventReading::certificate),
        in.truth("verified"),
        in.truthIfSaid("pinned"),
        in.textOrNull("shown"),
        in.textOrNull("serverName"),
        in.textOrNull("applicationProtocol"));
  }

  private static X509Certificate certificate(EventObject in) {
    try {
      var encoded = new ByteArrayInputStream(in.base64());
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(encoded);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate is damaged: " + e.getMessage(), e);
    }
  }

  private static AddressTry tried(EventObject in) {
    return new AddressTry(
        address(in.object("address")), in.duration("duration"), in.textOrNull("failure"));
  }

  private static SocketAddress address(EventObject in) {
    var socket = in.textOrNull("socket");
    return socket == null ? internetAddress(in) : UnixDomainSocketAddress.of(socket);
  }

  private static InetSocketAddress internetAddress(EventObject in) {
    var host = in.text("host");
    var port = in.count("port");
    var ip = in.orNull("ip", EventObject::base64);
    try {
      return ip == null
          ? InetSocketAddress.createUnresolved(host, port)
          : new InetSocketAddress(InetAddress.getByAddress(host, ip), port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + ip.length, e);
    }
  }

  private static DeflateParameters deflate(EventObject in) {
    return new DeflateParameters(
        in.truth("serverNoContextTakeover"),
        in.truth("clientNoContextTakeover"),
        in.count("serverMaxWindowBits"),
        in.count("clientMaxWindowBits"));
  }

  private static Closure closure(EventObject in) {
    return new Closure(
        in.constant("ending", Closure.Ending.class),
        in.constant("initiator", Closure.Initiator.class),
        in.orNull("received", EventReading::status),
        in.orNull("sent", EventReading::status),
        in.orNull("violation", EventReading::violation));
  }

  private static CloseStatus status(EventObject in) {
    return new CloseStatus(new CloseCode(in.count("code")), in.bytes("reason"));
  }
}
