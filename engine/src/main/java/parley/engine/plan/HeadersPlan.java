package parley.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.model.collection.ConnectionKeys;
import parley.protocol.handshake.Header;

/**
 * The headers of a handshake, compiled: those written, cookies, and what says who the client is.
 */
record HeadersPlan(
    List<FieldPlan> headers, List<FieldPlan> cookies, List<TemplatePlan> subprotocols) {

  private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

  static HeadersPlan of(ConnectionKeys keys, Compiling compiling) {
    return new HeadersPlan(
        FieldPlan.of(keys.headers(), compiling),
        FieldPlan.of(keys.cookies(), compiling),
        keys.subprotocols().stream().map(name -> TemplatePlan.of(name, compiling)).toList());
  }

  /** In the order and spelling of the file; those of a step replace others of their name. */
  List<Header> fill(List<FieldPlan> ofStep, Filling filling) {
    var more = filled(ofStep, filling);
    var all = new ArrayList<>(filled(headers, filling));
    all.removeIf(header -> isNamed(more, header.name()));
    all.addAll(more);
    return all;
  }

  private static List<Header> filled(List<FieldPlan> fields, Filling filling) {
    return fields.stream()
        .map(field -> new Header(filling.line(field.name()), filling.line(field.value())))
        .toList();
  }

  static boolean isNamed(List<Header> headers, String name) {
    return headers.stream().anyMatch(header -> header.isNamed(name));
  }

  /** Of {@code said}, the first of a name, unless {@code written} has one of that name. */
  static List<Header> notIn(List<Header> said, List<Header> written, Filling filling) {
    var all = new ArrayList<Header>();
    for (var header : said) {
      if (isNamed(written, header.name())) {
        filling.notice(
            "`headers` has %s, which wins over `auth` and over the URL".formatted(header.name()));
      } else if (!isNamed(all, header.name())) {
        all.add(header);
      }
    }
    return all;
  }

  /** All cookies as one header (RFC 6265, 5.4); none where there are none. */
  List<Header> cookieHeader(Filling filling) {
    if (cookies.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Header(
            "Cookie",
            cookies.stream()
                .map(cookie -> filling.line(cookie.name()) + "=" + filling.line(cookie.value()))
                .collect(Collectors.joining("; "))));
  }

  /** The names to ask for, unless {@code written} has the header for them. */
  List<String> subprotocols(List<Header> written, Filling filling) {
    var names = subprotocols.stream().map(filling::line).toList();
    if (names.isEmpty() || !isNamed(written, SUBPROTOCOL)) {
      return names;
    }
    filling.notice("`headers` has %s, which wins over `subprotocols`".formatted(SUBPROTOCOL));
    return List.of();
  }
}
