package parley.workbench.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import parley.model.connection.Attempt;
import parley.model.connection.Stage;
import parley.model.connection.TlsFacts;
import parley.model.connection.TokenFacts;
import parley.model.value.Value;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.Closure;
import parley.report.Redaction;
import parley.report.Visible;
import parley.workbench.call.Json;
import parley.workbench.talk.ConnectionStatus.Retry;

/** A connection as the page has it, see {@code LiveConnection}. */
final class ConnectionJson {

  private final Redaction redaction;
  private final LongFunction<OptionalLong> positions;

  /**
   * Makes them.
   *
   * @param positions the rows of entries by their numbers in the log
   */
  ConnectionJson(Redaction redaction, LongFunction<OptionalLong> positions) {
    this.redaction = redaction;
    this.positions = positions;
  }

  Value of(ConnectionStatus status) {
    var json =
        Json.object()
            .put("name", status.name())
            .put("state", status.state().name().toLowerCase(Locale.ROOT))
            .put("text", redaction.in(status.text()))
            .put("since", status.since().toEpochMilli())
            .put("verified", isVerified(status));
    var phase = Optional.ofNullable(status.phase());
    json.putText("phase", phase.map(ConnectionJson::word));
    json.putText("subject", phase.map(_ -> redaction.in(status.subject())));
    json.putText("url", Optional.ofNullable(status.url()).map(url -> redaction.in(url.toString())));
    Optional.ofNullable(status.closure()).ifPresent(closure -> closed(closure, json));
    Optional.ofNullable(status.attempt()).ifPresent(attempt -> attempted(attempt, json));
    Optional.ofNullable(status.roundTrip())
        .ifPresent(time -> json.put("pingMillis", Json.millis(time)));
    Optional.ofNullable(status.retry()).ifPresent(retry -> json.put("retry", retry(retry)));
    positions.apply(status.handshake()).ifPresent(row -> json.put("handshake", row));
    return json.value();
  }

  private static boolean isVerified(ConnectionStatus status) {
    return status.attempt() instanceof Attempt.Open(var evidence, _, _, _)
        ? evidence.tls().map(TlsFacts::verified).orElse(true)
        : status.isVerified();
  }

  private static String word(Stage stage) {
    return switch (stage) {
      case TOKEN -> "token";
      case DNS -> "dns";
      case TCP -> "tcp";
      case PROXY -> "proxy";
      case TLS -> "tls";
      case UPGRADE -> "upgrade";
    };
  }

  private static Value retry(Retry retry) {
    return Json.object()
        .put("attempt", retry.attempt())
        .put("of", retry.attempts())
        .put("at", retry.at().toEpochMilli())
        .value();
  }

  private void closed(Closure closure, Json.Fields json) {
    var status = ClosureText.status(closure);
    json.put("code", status.code().value()).put("by", ClosureText.by(closure));
    if (!status.reason().isEmpty()) {
      json.put("reason", redaction.in(Visible.text(status.reason())));
    }
  }

  private static void attempted(Attempt attempt, Json.Fields json) {
    var timings = attempt.evidence().timings();
    var timing = Json.object();
    for (var stage : Stage.values()) {
      timings.of(stage).ifPresent(time -> timing.put(word(stage), Json.millis(time)));
    }
    json.put("timing", timing.put("total", Json.millis(timings.total())));
    if (attempt instanceof Attempt.Open open) {
      json.put("facts", facts(open));
    }
  }

  private static Json.Fields facts(Attempt.Open open) {
    var facts = Json.object().put("protocol", Visible.line(open.answer().version()));
    facts.putText("subprotocol", open.subprotocol().map(Visible::line));
    facts.putText("compression", open.deflate().map(ConnectionJson::compression));
    var tls = open.evidence().tls();
    facts.putText("tls", tls.flatMap(ConnectionJson::tls));
    facts.putText("certificate", tls.flatMap(ConnectionJson::certificate));
    var way = open.evidence().way();
    facts.putText("proxy", way.tunnel().map(tunnel -> Visible.line(tunnel.proxy())));
    way.token()
        .flatMap(TokenFacts::expires)
        .ifPresent(time -> facts.put("token", time.toEpochMilli()));
    return facts;
  }

  private static String compression(DeflateParameters deflate) {
    var takeover =
        deflate.serverNoContextTakeover() || deflate.clientNoContextTakeover()
            ? ", no context takeover"
            : "";
    return "permessage-deflate %d/%d%s"
        .formatted(deflate.clientMaxWindowBits(), deflate.serverMaxWindowBits(), takeover);
  }

  /** Such as {@code TLS 1.3 AES_256_GCM_SHA384}. */
  private static Optional<String> tls(TlsFacts facts) {
    return facts
        .protocol()
        .map(protocol ->
            protocol.replaceFirst("^TLSv", "TLS ")
                + facts.cipher().map(cipher -> " " + cipher.replaceFirst("^TLS_", "")).orElse(""));
  }

  private static Optional<String> certificate(TlsFacts facts) {
    return facts.chain().stream()
        .findFirst()
        .map(own -> Duration.between(Instant.now(), own.getNotAfter().toInstant()).toDays())
        .map(days ->
            days < 0
                ? "expired " + -days + " days ago"
                : days == 1 ? "1 day left" : days + " days left");
  }
}
