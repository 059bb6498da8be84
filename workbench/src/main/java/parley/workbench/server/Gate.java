package parley.workbench.server;

import java.util.List;
import java.util.Optional;
import parley.protocol.handshake.RequestHead;

/**
 * Judges by a request's head where it comes from: from a page of ours, from the user's own hand, or
 * from a page of somebody else's in the same browser. Only what browsers do not let a page forge
 * counts.
 */
final class Gate {

  private static final List<String> TRUSTED_SITES = List.of("same-origin", "none");

  private final Hosts hosts;

  Gate(Hosts hosts) {
    this.hosts = hosts;
  }

  /** What is wrong with a request for a page. */
  Optional<String> objection(RequestHead head) {
    return hostObjection(head)
        .or(() -> head.all("Origin").isEmpty() ? Optional.empty() : originObjection(head))
        .or(() -> siteObjection(head));
  }

  /** What is wrong with a request for a WebSocket, which a browser sends for any page. */
  Optional<String> objectionToUpgrade(RequestHead head) {
    return hostObjection(head).or(() -> originObjection(head)).or(() -> siteObjection(head));
  }

  private Optional<String> hostObjection(RequestHead head) {
    var given = head.all("Host");
    return given.size() == 1 && hosts.isOurs(given.getFirst())
        ? Optional.empty()
        : Optional.of("There is no workbench under " + head.shown("Host") + ".");
  }

  private static Optional<String> originObjection(RequestHead head) {
    var own = head.first("Host").map(host -> "http://" + host).orElse("");
    return head.all("Origin").equals(List.of(own))
        ? Optional.empty()
        : Optional.of("Pages of others may not ask here: " + head.shown("Origin") + ".");
  }

  /** Fetch metadata: a link from elsewhere may lead to the entrance, and that is all. */
  private static Optional<String> siteObjection(RequestHead head) {
    var foreign =
        head.all("Sec-Fetch-Site").stream().anyMatch(site -> !TRUSTED_SITES.contains(site));
    return foreign && !isVisit(head)
        ? Optional.of("Pages of others may not ask here: " + head.shown("Sec-Fetch-Site") + ".")
        : Optional.empty();
  }

  private static boolean isVisit(RequestHead head) {
    return head.all("Sec-Fetch-Mode").equals(List.of("navigate"))
        && head.all("Sec-Fetch-Dest").equals(List.of("document"))
        && (head.target().equals("/") || head.target().equals(Entrance.PATH));
  }
}
