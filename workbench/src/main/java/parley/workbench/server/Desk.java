package parley.workbench.server;

import java.util.Optional;
import parley.protocol.handshake.RequestHead;
import parley.transport.listen.PageAnswer;

/** Answers requests for pages, and says whether a WebSocket may be opened. */
final class Desk {

  private static final String CALLS_PATH = "/api";

  private static final String NOT_ADMITTED =
      "This does not come from the workbench that runs now. Open the address that `parley ui`"
          + " printed.";

  private final Assets assets = new Assets();
  private final Hosts hosts;
  private final Gate gate;
  private final Entrance entrance;
  private final Downloads downloads;

  Desk(Hosts hosts, Entrance entrance, Downloads downloads) {
    this.hosts = hosts;
    this.entrance = entrance;
    this.downloads = downloads;
    gate = new Gate(hosts);
  }

  String url() {
    return hosts.origin() + entrance.path();
  }

  String urlOnce() {
    return hosts.origin() + entrance.pathOnce();
  }

  /** Why a WebSocket is refused; empty when it is opened. */
  Optional<String> objectionToCalls(RequestHead head) {
    return gate.objectionToUpgrade(head)
        .or(() -> isAdmittedToCalls(head) ? Optional.empty() : Optional.of(NOT_ADMITTED));
  }

  private boolean isAdmittedToCalls(RequestHead head) {
    return head.target().equals(CALLS_PATH) && entrance.admitsToCalls(head);
  }

  /** The answer to a request for a page. */
  PageAnswer answer(RequestHead head) {
    return gate.objection(head)
        .map(objection -> Replies.text(403, "Forbidden", objection))
        .or(() -> assets.open(head.target()).map(asset -> Replies.asset(head, asset)))
        .or(() -> trade(head))
        .orElseGet(() -> entrance.admits(head) ? inner(head) : notAdmitted(head));
  }

  private Optional<PageAnswer> trade(RequestHead head) {
    if (!head.target().equals(Entrance.KEY_PATH)) {
      return Optional.empty();
    }
    var admission = entrance.trade(head);
    return admission
        .map(admitted -> Replies.text(200, "OK", admitted.key(), admitted.cookie()))
        .or(() -> Optional.of(Replies.text(403, "Forbidden", NOT_ADMITTED)));
  }

  private PageAnswer notAdmitted(RequestHead head) {
    return head.target().equals("/")
        ? Replies.forbidden(assets.open(Entrance.PATH).orElseThrow())
        : Replies.text(403, "Forbidden", NOT_ADMITTED);
  }

  private PageAnswer inner(RequestHead head) {
    return assets
        .inner(head.target())
        .map(asset -> Replies.asset(head, asset))
        .or(() -> download(head))
        .orElseGet(() -> Replies.text(404, "Not Found", "There is no such page."));
  }

  private Optional<PageAnswer> download(RequestHead head) {
    return head.method().equals("GET") ? downloads.take(head.target()) : Optional.empty();
  }
}
