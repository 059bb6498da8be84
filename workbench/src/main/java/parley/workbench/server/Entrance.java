package parley.workbench.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;

/**
 * Lets in who knows the token of this start. It stands in the fragment of the URL, which browsers
 * keep to themselves; the page behind {@link #PATH} trades it in.
 *
 * <pre>
 *   /enter#TOKEN --Authorization--> /key --> cookie, for every page and file
 *                                        \-> key, for the WebSocket: kept by the origin
 * </pre>
 *
 * The cookie alone does not open a WebSocket: browsers send it to the other ports of this machine,
 * too, so another user's server may have come by it.
 */
final class Entrance {

  static final String PATH = "/enter";
  static final String KEY_PATH = "/key";

  /** What the page offers besides its key, and the server chooses. */
  static final String SUBPROTOCOL = "parley";

  private static final String SCHEME = "Parley ";
  private static final Duration TICKET_LIFE = Duration.ofMinutes(2);

  private final Secret token = new Secret();
  private final Secret cookie = new Secret();
  private final Secret key = new Secret();
  private final Map<String, Long> tickets = new ConcurrentHashMap<>(); // with their deadlines
  private final String cookieName;

  /**
   * @param port tells the cookies of several workbenches apart, since browsers do not
   */
  Entrance(int port) {
    cookieName = "parley-" + port;
  }

  /** The path by which the user comes in, as often as they like. */
  String path() {
    return PATH + "#" + token.text();
  }

  /**
   * The same for one time and the next minutes: other users of this machine may see the command
   * line that opens a browser.
   */
  String pathOnce() {
    var ticket = new Secret().text();
    tickets.put(ticket, System.nanoTime() + TICKET_LIFE.toNanos());
    return PATH + "#" + ticket;
  }

  /** What a right token is traded in for. */
  record Admission(Header cookie, String key) {}

  /** Trades in what the entrance page brings. */
  Optional<Admission> trade(RequestHead head) {
    return head.all("Authorization").stream()
        .filter(value -> value.startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()))
        .filter(given -> token.is(given) || takeTicket(given))
        .map(_ -> new Admission(cookieHeader(), key.text()))
        .findFirst();
  }

  private boolean takeTicket(String given) {
    var deadline = tickets.remove(given);
    return deadline != null && System.nanoTime() - deadline < 0;
  }

  private Header cookieHeader() {
    return new Header(
        "Set-Cookie", cookieName + "=" + cookie.text() + "; Path=/; HttpOnly; SameSite=Strict");
  }

  /** Whether a request brings the cookie of this start. */
  boolean admits(RequestHead head) {
    var prefix = cookieName + "=";
    return head.all("Cookie").stream()
        .flatMap(value -> List.of(value.split("; *")).stream())
        .filter(pair -> pair.startsWith(prefix))
        .anyMatch(pair -> cookie.is(pair.substring(prefix.length())));
  }

  /** Whether a request for a WebSocket brings cookie and key. */
  boolean admitsToCalls(RequestHead head) {
    var offered = head.listed("Sec-WebSocket-Protocol");
    return admits(head) && offered.contains(SUBPROTOCOL) && offered.stream().anyMatch(key::is);
  }
}
