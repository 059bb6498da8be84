package parley.workbench.talk;

import java.util.Map;
import parley.engine.plan.Connecting;
import parley.model.connection.ConnectSpec;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.Proxies.Choice;
import parley.model.connection.ProxySpec;
import parley.model.connection.WsUrl;
import parley.report.Visible;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;

/** Which way a connection would go now, and who says so, see {@code ProxyNow} of the page. */
final class ProxyNow {

  private final ConnectSpec spec;
  private final Map<String, String> variables;

  private ProxyNow(ConnectSpec spec, Map<String, String> variables) {
    this.spec = spec;
    this.variables = variables;
  }

  /** What would be done; the answer never holds a password. */
  static Answer of(Connecting connecting, Map<String, String> variables) {
    return switch (connecting) {
      case Connecting.Faulty(_, var text) ->
          Answer.of(Json.object().put("why", "faulty").put("text", Visible.line(text)).value());
      case Connecting.Ready(var spec, _) ->
          Answer.of(new ProxyNow(spec, variables).fields().value());
    };
  }

  private Json.Fields fields() {
    var json = Json.object().put("host", spec.url().host());
    if (spec.route().unixSocket().isPresent()) {
      return json.put("why", "socket");
    }
    var proxies = spec.route().proxies();
    return switch (proxies.to(spec.url(), variables)) {
      case Choice.By(var proxy) -> named(json.put("why", "proxy"), proxy);
      case Choice.Unreadable(var variable, var problem) ->
          json.put("why", "unreadable").put("variable", variable).put("text", problem);
      case Choice.Straight _ -> straight(json, proxies);
    };
  }

  private Json.Fields straight(Json.Fields json, Proxies proxies) {
    return switch (proxies) {
      case Proxies.None _ -> json.put("why", "none");
      case Proxies.Through(var proxy, _) -> json.put("why", "except").put("proxy", proxy.url());
      case Proxies.Environment asked -> environment(json, asked);
    };
  }

  /** It names no proxy, or says that this server needs none. */
  private Json.Fields environment(Json.Fields json, Proxies.Environment asked) {
    var except = asked.exceptOrNull() == null ? "no-proxy" : "except";
    var all = new Proxies.Environment(NoProxy.NOWHERE);
    if (all.to(spec.url(), variables) instanceof Choice.By(var proxy)) {
      return named(json.put("why", except), proxy);
    }
    return all.to(elsewhere(), variables) instanceof Choice.By(var proxy)
        ? named(json.put("why", "this-machine"), proxy)
        : json.put("why", "unset");
  }

  private static Json.Fields named(Json.Fields json, ProxySpec proxy) {
    return json.put("proxy", proxy.url()).putText("variable", proxy.variable());
  }

  /** The same at a host that is not this machine. */
  private WsUrl elsewhere() {
    var url = spec.url().secure() ? "wss://other.example" : "ws://other.example";
    return switch (WsUrl.parse(url)) {
      case WsUrl.Parsed.Valid(var valid, _, _) -> valid;
      case WsUrl.Parsed.Invalid _ -> spec.url();
    };
  }
}
