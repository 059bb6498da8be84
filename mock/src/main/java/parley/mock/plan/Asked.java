package parley.mock.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.engine.plan.Facts;
import parley.engine.session.Event;
import parley.model.connection.HostText;
import parley.model.value.Value;
import parley.protocol.handshake.RequestHead;
import parley.transport.listen.UpgradeRequest;

/** What a client asks for, as the variables {@code request} and {@code path} say it. */
public final class Asked {

  /** Headers that are others each time, or for another program. */
  private static final Set<String> CHANGING =
      Set.of("host", "origin", "sec-websocket-key", "user-agent");

  private final UpgradeRequest request;
  private final Target target;
  private final Map<String, String> path;
  private final Map<String, String> params;
  private final Map<String, String> headers;
  private final List<Event.Named> variables;

  private Asked(
      UpgradeRequest request,
      Target target,
      Map<String, String> path,
      Map<String, String> params,
      Map<String, String> headers) {
    this.request = request;
    this.target = target;
    this.path = path;
    this.params = params;
    this.headers = headers;
    variables =
        List.of(new Event.Named("request", requestValue()), new Event.Named("path", texts(path)));
  }

  static Asked of(UpgradeRequest request, Target target, Map<String, String> path) {
    return new Asked(request, target, path, target.params(), headers(request.head()));
  }

  /** By names in lower case. RFC 9110, 5.3: fields that repeat are one with commas. */
  private static Map<String, String> headers(RequestHead head) {
    return head.headers().stream()
        .collect(
            Collectors.toMap(
                header -> header.name().toLowerCase(Locale.ROOT),
                header -> header.value(),
                (one, other) -> one + ", " + other,
                LinkedHashMap::new));
  }

  /** The same, with these parameters and headers as empty texts where the client sent none. */
  Asked withEmpty(List<String> moreParams, List<String> moreHeaders) {
    var allParams = new LinkedHashMap<>(params);
    moreParams.forEach(name -> allParams.putIfAbsent(name, ""));
    var allHeaders = new LinkedHashMap<>(headers);
    moreHeaders.forEach(name -> allHeaders.putIfAbsent(name, ""));
    return new Asked(request, target, path, allParams, allHeaders);
  }

  /** Those that the client offers, its favourite first. */
  public List<String> subprotocols() {
    return request.head().listed("Sec-WebSocket-Protocol");
  }

  private Value requestValue() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("path", Value.of(target.path()));
    fields.put("params", texts(params));
    fields.put("headers", texts(headers));
    fields.put("subprotocols", Value.of(subprotocols().stream().map(Value::of).toList()));
    fields.put("remote", Value.of(HostText.of(request.remote())));
    return Value.of(fields);
  }

  private static Value texts(Map<String, String> texts) {
    var fields = new LinkedHashMap<String, Value>();
    texts.forEach((name, text) -> fields.put(name, Value.of(text)));
    return Value.of(fields);
  }

  /**
   * What the client wants, as it says it each time that it wants it: nothing of its program, of the
   * connection or of where the mock listens.
   */
  public String identity() {
    var text = new StringBuilder(request.head().target());
    headers.forEach((name, value) -> {
      if (!CHANGING.contains(name)) {
        text.append('\n').append(name).append(':').append(value);
      }
    });
    return text.toString();
  }

  /** {@code request} and {@code path}. */
  List<Event.Named> variables() {
    return variables;
  }

  /** What the session of the client begins with once it is let in, maybe with a subprotocol. */
  public Event.Accepted accepted(Optional<String> subprotocol) {
    var facts = new Facts(null, request.head().headers(), subprotocol.orElse(null), null);
    return new Event.Accepted(variables, facts);
  }
}
