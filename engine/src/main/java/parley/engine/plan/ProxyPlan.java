package parley.engine.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.collection.Proxy;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;

/** The way through a proxy, compiled. */
sealed interface ProxyPlan {

  record None() implements ProxyPlan {}

  record Environment() implements ProxyPlan {}

  record Through(
      TemplatePlan url,
      @Nullable TemplatePlan username,
      @Nullable TemplatePlan password,
      List<TemplatePlan> except,
      TlsPlan tls)
      implements ProxyPlan {}

  static ProxyPlan of(Proxy proxy, Compiling compiling) {
    return switch (proxy) {
      case Proxy.None _ -> new None();
      case Proxy.Environment _ -> new Environment();
      case Proxy.Through through -> through(through, compiling);
    };
  }

  private static ProxyPlan through(Proxy.Through proxy, Compiling compiling) {
    var url = TemplatePlan.of(proxy.url(), compiling);
    if (url.isConstant()
        && ProxySpec.parse(url.constant().text()) instanceof ProxySpec.Parsed.Invalid(var why)) {
      var parts = why.split(": expected ", 2);
      compiling.problem(
          proxy.url().at(),
          "a wrong URL (%s)".formatted(parts[0]),
          parts.length == 2 ? parts[1] : "the URL of a proxy");
    }
    if (proxy.password().isPresent() && proxy.username().isEmpty()) {
      compiling.problem(
          proxy.password().get().at(),
          "`password` without `username`",
          "both",
          "add the `username`");
    }
    return new Through(
        url,
        proxy.username().map(text -> TemplatePlan.of(text, compiling)).orElse(null),
        proxy.password().map(text -> TemplatePlan.of(text, compiling)).orElse(null),
        proxy.except().stream().map(text -> TemplatePlan.of(text, compiling)).toList(),
        TlsPlan.of(proxy.tls(), proxy.url().at(), compiling));
  }

  /** What it comes to; a fault where a template makes no proxy. */
  default Proxies fill(Filling filling) {
    return switch (this) {
      case None _ -> new Proxies.None();
      case Environment _ -> new Proxies.Environment(null);
      case Through through -> fill(through, filling);
    };
  }

  private static Proxies fill(Through through, Filling filling) {
    return switch (ProxySpec.parse(filling.text(through.url()))) {
      case ProxySpec.Parsed.Invalid(var why) -> faulty(through.url().source().at(), why, filling);
      case ProxySpec.Parsed.Valid(var proxy) ->
          new Proxies.Through(
              withLogin(proxy, through, filling).withTls(through.tls().fill(filling)),
              except(through, filling));
    };
  }

  private static Proxies faulty(Position at, String why, Filling filling) {
    filling.fault(at, why);
    return new Proxies.None();
  }

  private static ProxySpec withLogin(ProxySpec proxy, Through through, Filling filling) {
    if (through.username() == null) {
      return proxy;
    }
    var password = through.password() == null ? "" : filling.text(through.password());
    return proxy.withLogin(new ProxySpec.Login(filling.text(through.username()), password));
  }

  private static NoProxy except(Through through, Filling filling) {
    return NoProxy.parse(
        through.except().stream().map(filling::text).collect(Collectors.joining(",")));
  }
}
