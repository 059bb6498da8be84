package parley.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.connection.ConnectSpec;
import parley.model.connection.WsUrl;
import parley.model.value.Value;
import parley.protocol.handshake.Header;

/**
 * What a script changes of a handshake.
 *
 * @param urlOrNull in place of what the URL would be
 * @param headers texts by their names; one that is null is taken out
 * @param params texts by the names of query parameters; one that is null is taken out
 */
public record HandshakeChange(
    @Nullable String urlOrNull, Map<String, Value> headers, Map<String, Value> params) {

  /** Nothing is changed. */
  public static final HandshakeChange NONE = new HandshakeChange(null, Map.of(), Map.of());

  public HandshakeChange {
    headers = new LinkedHashMap<>(headers);
    params = new LinkedHashMap<>(params);
  }

  /** The handshake with the changes, or why it cannot be had so. */
  public Connecting of(Connecting connecting, Position at) {
    return switch (connecting) {
      case Connecting.Faulty faulty -> faulty;
      case Connecting.Ready(var spec, var notices) -> of(spec, notices, at);
    };
  }

  private Connecting of(ConnectSpec spec, List<String> notices, Position at) {
    var wanted = withParams(urlOrNull == null ? spec.url().toString() : urlOrNull);
    return switch (WsUrl.parse(wanted)) {
      case WsUrl.Parsed.Invalid(var problem) -> new Connecting.Faulty(at, problem);
      case WsUrl.Parsed.Valid valid ->
          breaksLine()
              ? new Connecting.Faulty(at, "a header has a line break or NUL, which none can hold")
              : new Connecting.Ready(spec.with(valid.url(), headers(spec.headers())), notices);
    };
  }

  private boolean breaksLine() {
    return headers.entrySet().stream()
        .flatMapToInt(one -> (one.getKey() + text(one.getValue())).chars())
        .anyMatch(c -> c == '\r' || c == '\n' || c == '\0');
  }

  private List<Header> headers(List<Header> given) {
    var all = new ArrayList<>(given);
    headers.forEach((name, value) -> {
      all.removeIf(one -> one.isNamed(name));
      if (value instanceof Value.Text(var text)) {
        all.add(new Header(name, text));
      }
    });
    return all;
  }

  private String withParams(String url) {
    if (params.isEmpty()) {
      return url;
    }
    var mark = url.indexOf('?');
    var path = mark < 0 ? url : url.substring(0, mark);
    var query = new ArrayList<String>();
    if (mark >= 0 && mark < url.length() - 1) {
      query.addAll(List.of(url.substring(mark + 1).split("&", -1)));
    }
    params.forEach((name, value) -> {
      var coded = PercentCode.encode(name);
      query.removeIf(one -> one.equals(coded) || one.startsWith(coded + "="));
      if (value instanceof Value.Text(var text)) {
        query.add(coded + "=" + PercentCode.encode(text));
      }
    });
    return path + (query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", "")));
  }

  private static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }
}
