package parley.workbench.entry.handshake;

import parley.model.connection.Hop;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.connection.Way;
import parley.model.value.Value;
import parley.report.Visible;
import parley.workbench.call.Json;

/** What lay between: answers that were followed, a proxy, a token. */
final class WayJson {

  private WayJson() {}

  /** Adds {@code hops}, {@code tunnel} and {@code token} of {@code Handshake}. */
  static void fill(Json.Fields json, Way way) {
    json.put("hops", way.hops(), WayJson::hop);
    way.tunnel().ifPresent(tunnel -> json.put("tunnel", tunnel(tunnel)));
    way.token().ifPresent(token -> json.put("token", token(token)));
  }

  private static Value hop(Hop hop) {
    var json =
        Json.object()
            .put("url", hop.url().toString())
            .put(
                "reason",
                switch (hop.reason()) {
                  case REDIRECT -> "redirect";
                  case CHALLENGE -> "challenge";
                })
            .put("request", HttpJson.head(hop.request()))
            .put("response", HttpJson.head(hop.answer()));
    if (!hop.body().isEmpty()) {
      json.put("body", HttpJson.body(hop.answer(), hop.body(), ""));
    }
    return json.value();
  }

  private static Json.Fields tunnel(Tunnel tunnel) {
    var json = Json.object().put("proxy", Visible.line(tunnel.proxy()));
    json.putText("variable", tunnel.variable());
    tunnel.request().ifPresent(head -> json.put("request", HttpJson.head(head)));
    tunnel
        .answer()
        .ifPresent(head -> {
          json.put("response", HttpJson.head(head));
          if (!tunnel.body().isEmpty()) {
            json.put("body", HttpJson.body(head, tunnel.body(), ""));
          }
        });
    tunnel.tls().ifPresent(facts -> json.put("tls", TlsJson.of(facts)));
    return json;
  }

  static Json.Fields token(TokenFacts token) {
    var json = Json.object().put("url", Visible.line(token.url())).put("reused", token.reused());
    token.expires().ifPresent(time -> json.put("expires", time.toEpochMilli()));
    token
        .refusal()
        .ifPresent(refusal -> {
          json.put("response", HttpJson.head(refusal.answer()));
          json.put("body", HttpJson.body(refusal.answer(), refusal.body(), ""));
        });
    return json;
  }
}
