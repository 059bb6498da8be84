package parley.store.row;

import parley.model.connection.Hop;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.connection.Way;

/** What lay on a way as JSON, from which {@link WayReading} makes the same. */
final class WayWriting {

  private WayWriting() {}

  static EventFields of(Way way) {
    return new EventFields()
        .putAll("hops", way.hops(), WayWriting::hop)
        .put("tunnel", way.tunnelOrNull(), WayWriting::tunnel)
        .put("token", way.tokenOrNull(), WayWriting::token);
  }

  private static EventFields hop(Hop hop) {
    return new EventFields()
        .put("url", EventWriting.url(hop.url()))
        .put("request", EventWriting.request(hop.request()))
        .put("answer", EventWriting.response(hop.answer()))
        .put("body", hop.body())
        .put("reason", hop.reason());
  }

  private static EventFields tunnel(Tunnel tunnel) {
    return new EventFields()
        .put("proxy", tunnel.proxy())
        .put("variable", tunnel.variableOrNull())
        .put("request", tunnel.requestOrNull(), EventWriting::request)
        .put("answer", tunnel.answerOrNull(), EventWriting::response)
        .put("body", tunnel.body())
        .put("tls", tunnel.tlsOrNull(), EventWriting::tls);
  }

  private static EventFields token(TokenFacts token) {
    var expires = token.expires().map(Object::toString).orElse(null);
    return new EventFields()
        .put("url", token.url())
        .put("expires", expires)
        .put("reused", token.reused())
        .put("refusal", token.refusalOrNull(), WayWriting::refusal);
  }

  private static EventFields refusal(TokenFacts.Refusal refusal) {
    return new EventFields()
        .put("answer", EventWriting.response(refusal.answer()))
        .put("body", refusal.body());
  }
}
