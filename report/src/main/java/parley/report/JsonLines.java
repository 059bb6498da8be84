package parley.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Hop;
import parley.model.connection.HostText;
import parley.model.connection.Stage;
import parley.model.connection.TlsFacts;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.Header;

/**
 * Entries as JSON lines: one object a line, fields in a fixed order, absent when they do not apply.
 * The names are stable; new ones may be added. Bytes are in {@code text} when they are UTF-8 and
 * meant as text, else in {@code base64}.
 */
public final class JsonLines {

  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final Redaction redaction;
  private final int maxBytes;

  private JsonLines(Redaction redaction, int maxBytes) {
    this.redaction = redaction;
    this.maxBytes = maxBytes;
  }

  /** One line without its line feed. */
  public static String of(Entry entry) {
    return new JsonLines(Redaction.NONE, Integer.MAX_VALUE).object(entry).toString();
  }

  /**
   * The same as an object that also tells its {@code number}, its {@code connection} unless it is
   * the main one, and {@code advice} where a connection did not come about; without secrets.
   *
   * @param maxBytes of a message to write; of a longer one {@code cut} tells how many are missing
   */
  public static JsonText of(Numbered one, Redaction redaction, int maxBytes) {
    var out = new JsonLines(redaction, maxBytes).object(one.entry()).put("number", one.number());
    var advice = advice(one.entry());
    if (!advice.isEmpty()) {
      out.putTexts("advice", advice);
    }
    return one.connection().isEmpty() ? out : out.put("connection", one.connection());
  }

  private static List<String> advice(Entry entry) {
    return entry instanceof Entry.Refused(var _, var refused)
        ? Advice.of(refused, Setup.FILE)
        : entry instanceof Entry.Failed(var _, var failed)
            ? Advice.of(failed, Setup.FILE)
            : List.of();
  }

  private JsonText json() {
    return new JsonText(redaction);
  }

  private JsonText object(Entry entry) {
    return switch (entry) {
      case Entry.Phase(var at, var stage, var subject) ->
          start("phase", at).put("stage", lower(stage)).put("subject", subject);
      case Entry.Tried(var at, var tried) -> tried(start("tried", at), tried);
      case Entry.Secured(var at, var facts) -> tls(start("tls", at), facts);
      case Entry.HandshakeSent(var at, var head) ->
          start("request", at)
              .put("method", head.method())
              .put("target", head.target())
              .putObjects("headers", headers(head.headers()));
      case Entry.HandshakeReceived(var at, var head) ->
          start("response", at)
              .put("status", head.status())
              .put("reason", head.reason())
              .putObjects("headers", headers(head.headers()));
      case Entry.Opened(var at, var attempt) -> opened(start("open", at), attempt);
      case Entry.Refused(var at, var attempt) -> refused(start("refused", at), attempt);
      case Entry.Failed(var at, var attempt) -> failed(start("failed", at), attempt);
      case Entry.Message message -> message(start("message", message.at()), message);
      case Entry.Frame(var at, var direction, var header, var payload) ->
          frame(start("frame", at, direction), header, payload);
      case Entry.Raw(var at, var direction, var bytes) ->
          base64(start("raw", at, direction).put("size", bytes.size()), bytes);
      case Entry.Ping(var at, var direction, var payload) ->
          payload(start("ping", at, direction), payload);
      case Entry.Pong pong -> pong(pong);
      case Entry.Close(var at, var direction, var status) ->
          status(start("close", at, direction), status);
      case Entry.Unsent unsent -> unsent(start("unsent", unsent.at()), unsent);
      case Entry.Broken(var at, var violation) -> violation(start("violation", at), violation);
      case Entry.Closed(var at, var closure) -> closed(start("closed", at), closure);
      case Entry.Notice(var at, var text) -> start("notice", at).put("text", text);
      case Entry.Retry(var at, var attempt, var attempts, var wait, var why) ->
          start("retry", at)
              .put("attempt", attempt)
              .put("attempts", attempts)
              .put("wait_us", micros(wait))
              .put("why", why);
    };
  }

  private JsonText start(String type, Moment at) {
    return json()
        .put("type", type)
        .put("time", at.time().toString())
        .put("elapsed_us", micros(at.elapsed()));
  }

  private JsonText start(String type, Moment at, Direction direction) {
    return start(type, at).put("direction", lower(direction));
  }

  private JsonText tried(JsonText out, AddressTry tried) {
    out.put("address", HostText.of(tried.address())).put("duration_us", micros(tried.duration()));
    tried.failure().ifPresent(text -> out.put("failure", text));
    return out;
  }

  private JsonText tls(JsonText out, TlsFacts facts) {
    facts.protocol().ifPresent(text -> out.put("protocol", text));
    facts.cipher().ifPresent(text -> out.put("cipher", text));
    facts.serverName().ifPresent(text -> out.put("server_name", text));
    facts.applicationProtocol().ifPresent(text -> out.put("alpn", text));
    facts.shown().ifPresent(text -> out.put("client_certificate", text));
    out.put("verified", facts.verified());
    if (facts.pinned()) {
      out.put("pinned", true);
    }
    return out.putObjects("chain", chain(facts));
  }

  private List<JsonText> chain(TlsFacts facts) {
    var all = new ArrayList<JsonText>();
    for (var certificate : facts.chain()) {
      all.add(
          json()
              .put("subject", certificate.getSubjectX500Principal().getName())
              .put("issuer", certificate.getIssuerX500Principal().getName())
              .put("not_before", certificate.getNotBefore().toInstant().toString())
              .put("not_after", certificate.getNotAfter().toInstant().toString()));
    }
    return all;
  }

  private JsonText opened(JsonText out, Attempt.Open attempt) {
    evidence(out, attempt.evidence());
    attempt.subprotocol().ifPresent(name -> out.put("subprotocol", name));
    attempt.deflate().ifPresent(parameters -> out.put("compression", deflate(parameters)));
    return out;
  }

  private JsonText deflate(DeflateParameters parameters) {
    return json()
        .put("server_no_context_takeover", parameters.serverNoContextTakeover())
        .put("client_no_context_takeover", parameters.clientNoContextTakeover())
        .put("server_max_window_bits", parameters.serverMaxWindowBits())
        .put("client_max_window_bits", parameters.clientMaxWindowBits());
  }

  private JsonText refused(JsonText out, Attempt.Rejected attempt) {
    evidence(out, attempt.evidence())
        .put("status", attempt.answer().status())
        .put("reason", attempt.answer().reason())
        .putObjects("headers", headers(attempt.answer().headers()))
        .put("body_end", lower(attempt.bodyEnd()));
    return payload(out, attempt.body());
  }

  private JsonText failed(JsonText out, Attempt.Failed attempt) {
    evidence(out, attempt.evidence())
        .put("stage", lower(attempt.stage()))
        .put("cause", lower(attempt.cause()))
        .put("text", attempt.text());
    var received = attempt.evidence().received();
    return received.isEmpty() ? out : base64(out, received);
  }

  private JsonText evidence(JsonText out, Evidence evidence) {
    out.put("url", evidence.url().toString());
    evidence.remote().ifPresent(remote -> out.put("remote", HostText.of(remote)));
    evidence.local().ifPresent(local -> out.put("local", HostText.of(local)));
    out.put("timings", timings(evidence));
    evidence.way().tunnel().ifPresent(tunnel -> out.put("proxy", tunnel(tunnel)));
    evidence.way().token().ifPresent(token -> out.put("token", token(token)));
    var hops = evidence.way().hops();
    if (!hops.isEmpty()) {
      out.putObjects("hops", hops.stream().map(this::hop).toList());
    }
    return evidence.violations().isEmpty()
        ? out
        : out.putObjects("violations", violations(evidence.violations()));
  }

  private JsonText hop(Hop hop) {
    return payload(
        json()
            .put("url", hop.url().toString())
            .put("why", lower(hop.reason()))
            .put("status", hop.answer().status())
            .put("reason", hop.answer().reason())
            .putObjects("headers", headers(hop.answer().headers())),
        hop.body());
  }

  private JsonText tunnel(Tunnel tunnel) {
    var out = json().put("url", tunnel.proxy());
    tunnel.variable().ifPresent(name -> out.put("variable", name));
    tunnel.tls().ifPresent(facts -> out.put("tls", tls(json(), facts)));
    tunnel
        .answer()
        .ifPresent(answer ->
            payload(
                out.put("status", answer.status())
                    .put("reason", answer.reason())
                    .putObjects("headers", headers(answer.headers())),
                tunnel.body()));
    return out;
  }

  private JsonText token(TokenFacts token) {
    var out = json().put("url", token.url()).put("reused", token.reused());
    token.expires().ifPresent(time -> out.put("expires", time.toString()));
    token
        .refusal()
        .ifPresent(refusal ->
            out.put(
                "refusal",
                payload(
                    json()
                        .put("status", refusal.answer().status())
                        .put("reason", refusal.answer().reason())
                        .putObjects("headers", headers(refusal.answer().headers())),
                    refusal.body())));
    return out;
  }

  private JsonText timings(Evidence evidence) {
    var out = json();
    for (var stage : Stage.values()) {
      evidence.timings().of(stage).ifPresent(time -> out.put(lower(stage) + "_us", micros(time)));
    }
    return out.put("total_us", micros(evidence.timings().total()));
  }

  private List<JsonText> violations(List<HandshakeViolation> violations) {
    var all = new ArrayList<JsonText>();
    for (var violation : violations) {
      all.add(
          json()
              .put("rule", lower(violation.rule()))
              .put("section", violation.rule().section())
              .put("statement", violation.rule().statement())
              .put("found", violation.found()));
    }
    return all;
  }

  private JsonText message(JsonText out, Entry.Message message) {
    out.put("direction", lower(message.direction()))
        .put("kind", message.text() ? "text" : "binary")
        .put("size", message.payload().size())
        .put("frames", message.carriage().frames())
        .put("wire_size", message.carriage().wireBytes())
        .put("compressed", message.carriage().compressed());
    return message.text() ? payload(out, message.payload()) : base64(out, message.payload());
  }

  private JsonText frame(JsonText out, FrameHeader header, Bytes payload) {
    out.put("fin", header.fin())
        .put("rsv1", header.rsv1())
        .put("rsv2", header.rsv2())
        .put("rsv3", header.rsv3())
        .put("opcode", header.opcode().code())
        .put("opcode_name", FrameText.opcode(header.opcode()));
    if (header.masked()) {
      out.put("mask", FrameText.maskingKey(header));
    }
    out.put("length_bits", FrameText.lengthBits(header.lengthForm()))
        .put("length", header.payloadLength())
        .put("header_size", header.headerBytes());
    return base64(out, payload);
  }

  private JsonText pong(Entry.Pong pong) {
    var out = start("pong", pong.at(), pong.direction());
    pong.roundTrip().ifPresent(time -> out.put("round_trip_us", micros(time)));
    return payload(out, pong.payload());
  }

  private JsonText unsent(JsonText out, Entry.Unsent unsent) {
    unsent.opcode().ifPresent(opcode -> out.put("kind", lower(opcode)));
    out.put("size", unsent.payload().size()).put("why", unsent.why());
    return unsent.isText() ? payload(out, unsent.payload()) : base64(out, unsent.payload());
  }

  private JsonText violation(JsonText out, Violation violation) {
    return out.put("rule", lower(violation.rule()))
        .put("section", violation.rule().section())
        .put("statement", violation.rule().statement())
        .put("found", violation.found());
  }

  private JsonText closed(JsonText out, Closure closure) {
    out.put("clean", closure.isClean())
        .put("ending", lower(closure.ending()))
        .put("by", lower(closure.initiator()))
        .put("code", closure.code().value())
        .put("meaning", closure.code().meaning());
    closure.received().ifPresent(status -> out.put("received", status(json(), status)));
    closure.sent().ifPresent(status -> out.put("sent", status(json(), status)));
    closure.violation().ifPresent(broken -> out.put("violation", violation(json(), broken)));
    return out;
  }

  private JsonText status(JsonText out, CloseStatus status) {
    out.put("code", status.code().value()).put("meaning", status.code().meaning());
    var reason = status.reason();
    if (reason.isEmpty()) {
      return out;
    }
    return reason.isUtf8()
        ? out.put("reason", reason.toText())
        : out.putPlain("reason_base64", BASE64.encodeToString(redaction.in(reason).toArray()));
  }

  private List<JsonText> headers(List<Header> headers) {
    var all = new ArrayList<JsonText>();
    for (var header : headers) {
      all.add(json().put("name", header.name()).put("value", header.value()));
    }
    return all;
  }

  /** As text when it is UTF-8, else in base64. */
  private JsonText payload(JsonText out, Bytes payload) {
    return payload.isUtf8() ? text(out, payload) : base64(out, payload);
  }

  private JsonText text(JsonText out, Bytes payload) {
    if (payload.size() <= maxBytes) {
      return out.put("text", payload.toText());
    }
    var clean = redaction.in(payload);
    var kept = maxBytes;
    while (!clean.slice(0, Math.min(kept, clean.size())).isUtf8()) {
      kept--;
    }
    return cut(out.put("text", clean.slice(0, Math.min(kept, clean.size())).toText()), clean, kept);
  }

  private JsonText base64(JsonText out, Bytes payload) {
    var clean = redaction.in(payload);
    var kept = clean.slice(0, Math.min(clean.size(), maxBytes));
    return cut(out.putPlain("base64", BASE64.encodeToString(kept.toArray())), clean, maxBytes);
  }

  private static JsonText cut(JsonText out, Bytes whole, int kept) {
    return whole.size() > kept ? out.put("cut", whole.size() - kept) : out;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
