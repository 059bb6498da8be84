package parley.transport.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.protocol.handshake.RequestHead;

/** Which requests for pages are refused before the owner is asked. */
final class PageRules {

  private static final Pattern ZERO = Pattern.compile("0+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Header ALLOW = new Header("Allow", "GET, HEAD");
  private static final Header CLOSE = new Header("Connection", "close");

  private PageRules() {}

  /** Whether this is no WebSocket handshake; offers of other protocols are ignored. */
  static boolean isPage(RequestHead head) {
    return !head.lists("Upgrade", "websocket"); // RFC 9110, 7.8: a server may ignore Upgrade
  }

  /** The answer to a request that no page is given to. */
  static Optional<Refusal> refusal(RequestHead head) {
    if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
      return Optional.of(
          text(405, "Method Not Allowed", "Only GET and HEAD are served here.\n", ALLOW));
    }
    var hosts = head.all("Host").size();
    if (hosts > 1 || (hosts == 0 && head.isAtLeastHttp11())) { // RFC 9112, 3.2
      return Optional.of(bad("A request has one Host header, not " + hosts + ".\n"));
    }
    return head.all("Transfer-Encoding").isEmpty()
        ? refusalOfLength(head)
        : Optional.of(tooLarge());
  }

  private static Optional<Refusal> refusalOfLength(RequestHead head) {
    var lengths = head.all("Content-Length");
    if (lengths.isEmpty()) {
      return Optional.empty();
    }
    var length = lengths.getFirst();
    if (lengths.size() > 1 || !NUMBER.matcher(length).matches()) { // RFC 9112, 6.3
      return Optional.of(bad("A request has one Content-Length at most, a number.\n"));
    }
    return ZERO.matcher(length).matches() ? Optional.empty() : Optional.of(tooLarge());
  }

  private static Refusal tooLarge() {
    return text(413, "Content Too Large", "A request for a page has no body.\n");
  }

  private static Refusal bad(String text) {
    return text(400, "Bad Request", text);
  }

  private static Refusal text(int status, String reason, String text, Header... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.add(CLOSE);
    return Refusal.of(status, reason, headers, text);
  }
}
