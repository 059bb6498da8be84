package parley.engine.session;

import org.jspecify.annotations.Nullable;
import parley.engine.plan.Facts;
import parley.model.connection.Attempt;
import parley.protocol.handshake.ResponseHead;

/** Takes in what came of opening connections. */
final class Handshakes {

  private final Session session;
  private final Links links;
  private final Background background;

  Handshakes(Session session, Links links, Background background) {
    this.session = session;
    this.links = links;
    this.background = background;
  }

  /** What came of opening a connection. */
  void attempted(Link link, Attempt attempt) {
    if (link.state() != Link.State.OPENING) {
      if (attempt instanceof Attempt.Open) {
        session.actions().abort(link.number()); // it was given up while it opened
      }
      return;
    }
    switch (attempt) {
      case Attempt.Open open -> {
        var again = links.isReconnecting(link);
        link.opened(facts(open.answer(), open.subprotocolOrNull()));
        links.opened(link);
        background.opened(link);
        if (again) {
          background.reopened(link);
        }
      }
      case Attempt.Rejected rejected -> {
        var why = refusal(rejected.answer());
        var answer = Persistence.of(rejected, why, session.memory().now());
        refused(link, facts(rejected.answer(), null), why, true, answer);
      }
      case Attempt.Failed failed ->
          refused(link, Facts.NONE, failed.text(), false, Persistence.of(failed));
    }
  }

  private static String refusal(ResponseHead answer) {
    return "the server refused the handshake with %d %s"
        .formatted(answer.status(), answer.reason())
        .strip();
  }

  private static Facts facts(ResponseHead answer, @Nullable String subprotocol) {
    return new Facts(answer.status(), answer.headers(), subprotocol, null);
  }

  private void refused(
      Link link, Facts facts, String why, boolean byServer, Persistence.Outlook answer) {
    var again = links.isReconnecting(link);
    link.refused(facts, why, byServer);
    if (again) {
      links.again(link, answer);
    }
  }
}
