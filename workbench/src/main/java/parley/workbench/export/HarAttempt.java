package parley.workbench.export;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.workbench.call.Json;

/** An attempt to connect as an entry of HAR 1.2, without its messages. */
final class HarAttempt {

  private static final Value NOTHING = Value.of(List.of());

  private HarAttempt() {}

  static Value of(Attempt attempt, Instant outcome) {
    var evidence = attempt.evidence();
    var timings = evidence.timings();
    var json =
        Json.object()
            .put("_resourceType", "websocket")
            .put("startedDateTime", outcome.minus(timings.total()).toString())
            .put("time", millis(Optional.of(timings.total())))
            .put("request", request(evidence))
            .put("response", response(attempt))
            .put("cache", Json.object())
            .put("timings", timings(timings));
    evidence
        .remote()
        .filter(InetSocketAddress.class::isInstance)
        .map(remote -> ((InetSocketAddress) remote).getAddress())
        .ifPresent(ip -> json.put("serverIPAddress", ip.getHostAddress()));
    return json.value();
  }

  private static Json.Fields request(Evidence evidence) {
    var head = evidence.request();
    return Json.object()
        .put("method", head.map(RequestHead::method).orElse("GET"))
        .put("url", evidence.url().toString())
        .put("httpVersion", head.map(RequestHead::version).orElse("HTTP/1.1"))
        .put("headers", head.map(RequestHead::headers).orElse(List.of()), HarAttempt::header)
        .put("queryString", NOTHING)
        .put("cookies", NOTHING)
        .put("headersSize", head.map(sent -> sent.encode().size()).orElse(-1))
        .put("bodySize", 0);
  }

  private static Json.Fields response(Attempt attempt) {
    var head = attempt.evidence().answer();
    var json =
        Json.object()
            .put("status", head.map(ResponseHead::status).orElse(0))
            .put("statusText", head.map(ResponseHead::reason).orElse(""))
            .put("httpVersion", head.map(ResponseHead::version).orElse("HTTP/1.1"))
            .put("headers", head.map(ResponseHead::headers).orElse(List.of()), HarAttempt::header)
            .put("cookies", NOTHING)
            .put("content", content(attempt))
            .put("redirectURL", head.flatMap(answer -> answer.first("Location")).orElse(""))
            .put("headersSize", attempt.evidence().received().size())
            .put("bodySize", body(attempt).size());
    if (attempt instanceof Attempt.Failed failed) {
      json.put("_error", failed.text());
    }
    return json;
  }

  private static Bytes body(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Rejected rejected -> rejected.body();
      case Attempt.Open _, Attempt.Failed _ -> Bytes.EMPTY;
    };
  }

  private static Json.Fields content(Attempt attempt) {
    var body = body(attempt);
    var type = attempt.evidence().answer().flatMap(head -> head.first("Content-Type"));
    var json = Json.object().put("size", body.size()).put("mimeType", type.orElse("x-unknown"));
    if (body.isEmpty()) {
      return json;
    }
    return body.isUtf8()
        ? json.put("text", body.toText())
        : json.put("text", Base64.getEncoder().encodeToString(body.toArray()))
            .put("encoding", "base64");
  }

  private static Value header(Header header) {
    return Json.object().put("name", header.name()).put("value", header.value()).value();
  }

  /** HAR counts TLS to the connect time, too. */
  private static Json.Fields timings(Timings timings) {
    var connect =
        timings.of(Stage.TCP).map(tcp -> tcp.plus(timings.of(Stage.TLS).orElse(Duration.ZERO)));
    return Json.object()
        .put("blocked", -1)
        .put("dns", millis(timings.of(Stage.DNS)))
        .put("connect", millis(connect))
        .put("ssl", millis(timings.of(Stage.TLS)))
        .put("send", 0)
        .put("wait", millis(timings.of(Stage.UPGRADE)))
        .put("receive", 0);
  }

  /** HAR says -1 for what did not happen. */
  private static Value millis(Optional<Duration> time) {
    return time.map(Json::millis).orElseGet(() -> Value.of(-1));
  }
}
