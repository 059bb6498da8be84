package parley.mock.plan;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.Compiling;
import parley.model.collection.Mock;
import parley.model.collection.Source;
import parley.transport.listen.ListenSpec;

/** Where a mock listens. Two that are equal need no restart to go from one to the other. */
record ListenPlan(
    InetSocketAddress bind, int backlog, int maxConnections, @Nullable TlsPlan tlsOrNull) {

  static ListenPlan of(Mock.Listen listen, Scope scope, Compiling compiling) {
    return new ListenPlan(
        new InetSocketAddress(address(listen.host(), compiling), listen.port()),
        listen.backlog(),
        listen.maxConnections(),
        listen.tls().map(tls -> TlsPlan.of(tls, scope, compiling)).orElse(null));
  }

  private static InetAddress address(Source host, Compiling compiling) {
    try {
      return InetAddress.getByName(host.text());
    } catch (UnknownHostException unknown) {
      compiling.problem(
          host.at(),
          "the host `" + host + "`",
          "an address of this machine",
          "127.0.0.1 is for this machine alone, 0.0.0.0 for everybody");
      return InetAddress.getLoopbackAddress();
    }
  }

  boolean isSecure() {
    return tlsOrNull != null;
  }

  ListenSpec spec() {
    var spec = ListenSpec.at(bind).backlog(backlog).maxConnections(maxConnections);
    Optional.ofNullable(tlsOrNull)
        .ifPresent(tls -> spec.tls(tls.identity()).clientAuthorities(tls.clientAuthorities()));
    return spec.build();
  }
}
