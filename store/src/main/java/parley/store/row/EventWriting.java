package parley.store.row;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.TlsFacts;
import parley.model.connection.Way;
import parley.model.connection.WsUrl;
import parley.model.transcript.Entry;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** Events as JSON, from which {@link EventReading} makes equal ones. */
final class EventWriting {

  private EventWriting() {}

  /** Empty for what carries bytes of the wire. */
  static EventFields of(Entry entry) {
    var out = new EventFields();
    return switch (entry) {
      case Entry.Phase(var _, var stage, var subject) ->
          out.put("stage", stage).put("subject", subject);
      case Entry.Tried(var _, var tried) -> tried(tried);
      case Entry.Secured(var _, var facts) -> tls(facts);
      case Entry.HandshakeSent(var _, var head) -> request(head);
      case Entry.HandshakeReceived(var _, var head) -> response(head);
      case Entry.Opened(var _, var attempt) -> opened(attempt);
      case Entry.Refused(var _, var attempt) -> refused(attempt);
      case Entry.Failed(var _, var attempt) -> failed(attempt);
      case Entry.Broken(var _, var violation) -> violation(violation);
      case Entry.Closed(var _, var closure) -> closure(closure);
      case Entry.Notice(var _, var text) -> out.put("text", text);
      case Entry.Retry(var _, var attempt, var attempts, var wait, var why) ->
          out.put("attempt", attempt).put("attempts", attempts).put("wait", wait).put("why", why);
      case Entry.Message _, Entry.Frame _, Entry.Raw _, Entry.Unsent _ -> out;
      case Entry.Ping _, Entry.Pong _, Entry.Close _ -> out;
    };
  }

  private static EventFields opened(Attempt.Open attempt) {
    return new EventFields()
        .put("evidence", evidence(attempt.evidence()))
        .put("answer", response(attempt.answer()))
        .put("subprotocol", attempt.subprotocolOrNull())
        .put("deflate", attempt.deflateOrNull(), EventWriting::deflate);
  }

  private static EventFields refused(Attempt.Rejected attempt) {
    return new EventFields()
        .put("evidence", evidence(attempt.evidence()))
        .put("answer", response(attempt.answer()))
        .put("body", attempt.body())
        .put("text", textOf(attempt.body()))
        .put("bodyEnd", attempt.bodyEnd());
  }

  /** For a search; the bytes themselves stand beside it. */
  private static @Nullable String textOf(Bytes body) {
    return body.isUtf8() ? body.toText() : null;
  }

  private static EventFields failed(Attempt.Failed attempt) {
    return new EventFields()
        .put("evidence", evidence(attempt.evidence()))
        .put("stage", attempt.stage())
        .put("cause", attempt.cause())
        .put("text", attempt.text());
  }

  private static EventFields evidence(Evidence evidence) {
    return new EventFields()
        .put("url", url(evidence.url()))
        .put("request", evidence.requestOrNull(), EventWriting::request)
        .put("answer", evidence.answerOrNull(), EventWriting::response)
        .put("received", evidence.received())
        .putAll("violations", evidence.violations(), EventWriting::handshakeViolation)
        .put("timings", timings(evidence.timings()))
        .put("tls", evidence.tlsOrNull(), EventWriting::tls)
        .putAll("tries", evidence.tries(), EventWriting::tried)
        .put("remote", evidence.remoteOrNull(), EventWriting::address)
        .put("local", evidence.localOrNull(), EventWriting::address)
        .put("way", isStraight(evidence) ? null : evidence.way(), WayWriting::of);
  }

  private static boolean isStraight(Evidence evidence) {
    return evidence.way().equals(Way.STRAIGHT);
  }

  static EventFields url(WsUrl url) {
    return new EventFields()
        .put("text", url.toString())
        .put("secure", url.secure())
        .put("host", url.host())
        .put("port", url.port())
        .put("target", url.target())
        .put("socket", url.socket().map(Path::toString).orElse(null));
  }

  static EventFields request(RequestHead head) {
    return new EventFields()
        .put("method", head.method())
        .put("target", head.target())
        .put("version", head.version())
        .putAll("headers", head.headers(), EventWriting::header);
  }

  static EventFields response(ResponseHead head) {
    return new EventFields()
        .put("version", head.version())
        .put("status", head.status())
        .put("reason", head.reason())
        .putAll("headers", head.headers(), EventWriting::header);
  }

  private static EventFields header(Header header) {
    return new EventFields().put("name", header.name()).put("value", header.value());
  }

  private static EventFields handshakeViolation(HandshakeViolation violation) {
    return new EventFields().put("rule", violation.rule()).put("found", violation.found());
  }

  private static EventFields violation(Violation violation) {
    return new EventFields().put("rule", violation.rule()).put("found", violation.found());
  }

  private static EventFields timings(Timings timings) {
    var out = new EventFields();
    for (var stage : Stage.values()) {
      out.put(stage.name().toLowerCase(Locale.ROOT), timings.of(stage).orElse(null));
    }
    return out.put("total", timings.total());
  }

  static EventFields tls(TlsFacts facts) {
    return new EventFields()
        .put("protocol", facts.protocolOrNull())
        .put("cipher", facts.cipherOrNull())
        .putAll("chain", facts.chain(), EventWriting::certificate)
        .put("verified", facts.verified())
        .put("pinned", facts.pinned())
        .put("shown", facts.shownOrNull())
        .put("serverName", facts.serverNameOrNull())
        .put("applicationProtocol", facts.applicationProtocolOrNull());
  }

  private static EventFields certificate(X509Certificate certificate) {
    try {
      return EventFields.base64(certificate.getEncoded())
          .put("subject", certificate.getSubjectX500Principal().getName());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate from the wire has an encoding", e);
    }
  }

  private static EventFields tried(AddressTry tried) {
    return new EventFields()
        .put("address", address(tried.address()))
        .put("duration", tried.duration())
        .put("failure", tried.failureOrNull());
  }

  private static EventFields address(SocketAddress address) {
    return switch (address) {
      case InetSocketAddress internet -> address(internet);
      case UnixDomainSocketAddress local ->
          new EventFields().put("socket", local.getPath().toString());
      default -> throw new IllegalArgumentException("no address of a connection: " + address);
    };
  }

  private static EventFields address(InetSocketAddress address) {
    return new EventFields()
        .put("host", address.getHostString())
        .put("ip", address.getAddress(), ip -> EventFields.base64(ip.getAddress()))
        .put("port", address.getPort());
  }

  private static EventFields deflate(DeflateParameters parameters) {
    return new EventFields()
        .put("serverNoContextTakeover", parameters.serverNoContextTakeover())
        .put("clientNoContextTakeover", parameters.clientNoContextTakeover())
        .put("serverMaxWindowBits", parameters.serverMaxWindowBits())
        .put("clientMaxWindowBits", parameters.clientMaxWindowBits());
  }

  private static EventFields closure(Closure closure) {
    return new EventFields()
        .put("ending", closure.ending())
        .put("initiator", closure.initiator())
        .put("received", closure.receivedOrNull(), EventWriting::status)
        .put("sent", closure.sentOrNull(), EventWriting::status)
        .put("violation", closure.violationOrNull(), EventWriting::violation);
  }

  private static EventFields status(CloseStatus status) {
    return new EventFields()
        .put("code", status.code().value())
        .put("reason", status.reason())
        .put("text", textOf(status.reason()));
  }
}
