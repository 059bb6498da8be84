package parley.transport.connect;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Hop;
import parley.model.connection.WsUrl;
import parley.protocol.handshake.Header;

/**
 * Follows the redirects of one attempt (RFC 9110, 15.4). All five statuses are followed in the same
 * way, since a handshake is always a GET. Nothing that says who the client is goes to another
 * server than the first: another host, port or scheme, as with curl.
 */
final class Redirects {

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  /** Headers that say who the client is, or that only the first server can mean. */
  private static final Set<String> GUARDED =
      Set.of("authorization", "cookie", "proxy-authorization", "host");

  /** Names of headers that hold a key or a token of some server's own making. */
  private static final Pattern TELLING =
      Pattern.compile("api-?key|token|secret|password|credential|(^|-)auth(-|$)");

  private final ConnectSpec asked;
  private final Set<String> visited = new HashSet<>();

  Redirects(ConnectSpec asked) {
    this.asked = asked;
  }

  /** Notes a request: the same once more, with the same cookies, would go in a circle. */
  boolean isNew(ConnectSpec request) {
    return visited.add(request.url() + "\n" + Cookies.sent(request));
  }

  Turn after(Attempt.Rejected refused, List<Hop> hops) {
    var answer = refused.answer();
    var location = answer.first("Location");
    if (asked.maxRedirects() == 0 || location.isEmpty() || !STATUSES.contains(answer.status())) {
      return new Turn.Stay();
    }
    var here = refused.evidence().url();
    var followed = hops.stream().filter(hop -> hop.reason() == Hop.Reason.REDIRECT).count();
    if (followed >= asked.maxRedirects()) {
      return new Turn.Stuck(
          "more than %d redirect%s: %s"
              .formatted(followed, followed == 1 ? "" : "s", chain(hops, here, location.get())));
    }
    return switch (here.resolve(location.get())) {
      case WsUrl.Parsed.Invalid(var problem) ->
          new Turn.Stuck(
              "%d %s leads to '%s', which is no place to go to: %s"
                  .formatted(answer.status(), answer.reason(), location.get(), problem));
      case WsUrl.Parsed.Valid valid -> to(valid, refused);
    };
  }

  private Turn to(WsUrl.Parsed.Valid place, Attempt.Rejected refused) {
    var here = refused.evidence().url();
    var there = place.url();
    var answer = refused.answer().status() + " " + refused.answer().reason();
    if (here.secure() && !there.secure()) {
      // What a browser calls mixed content: what was asked for with TLS never goes on without.
      return new Turn.Stuck(
          answer + " leads from TLS to " + there + " without TLS, which is not followed");
    }
    var next = spec(place);
    var left = asked.url().isSameServer(there) ? "" : leftOut();
    return new Turn.Onward(next, Hop.Reason.REDIRECT, answer.strip() + ": on to " + there + left);
  }

  private String leftOut() {
    var names =
        Stream.concat(
                asked.headers().stream().map(Header::name).filter(this::isGuarded).distinct(),
                Stream.concat(
                    asked.credentials().map(_ -> "the credentials").stream(),
                    asked.tls().identities().stream()
                        .filter(one -> one.hosts().isEmpty())
                        .limit(1)
                        .map(_ -> "the client certificate")))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " without " + names + ": it is another server";
  }

  private ConnectSpec spec(WsUrl.Parsed.Valid place) {
    var there = place.url();
    if (asked.url().isSameServer(there)) {
      return asked.copyTo(there).build();
    }
    var headers = asked.headers().stream().filter(header -> !isGuarded(header.name()));
    return asked
        .copyTo(there)
        .headers(Stream.concat(place.authorization().stream(), headers).toList())
        .withoutCredentials()
        .tls(asked.tls().forOtherServer())
        .build();
  }

  private boolean isGuarded(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return GUARDED.contains(lower)
        || asked.guardedHeaders().contains(lower)
        || TELLING.matcher(lower).find();
  }

  /** All places in their order, such as {@code ws://a/ -> ws://b/ -> ws://a/}. */
  static String chain(List<Hop> hops, WsUrl here, String last) {
    var places =
        hops.stream()
            .filter(hop -> hop.reason() == Hop.Reason.REDIRECT)
            .map(hop -> hop.url().toString());
    return Stream.concat(places, Stream.of(here.toString(), last))
        .collect(Collectors.joining(" -> "));
  }
}
