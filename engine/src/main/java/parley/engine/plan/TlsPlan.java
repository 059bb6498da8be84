package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.collection.TlsAgreement;
import parley.model.connection.HostIdentity;
import parley.model.connection.Pin;
import parley.model.connection.TlsSpec;
import parley.model.connection.TlsSpec.ServerName;
import parley.model.connection.TrustSource;

/** How a client uses TLS, compiled. */
final class TlsPlan {

  private static final String SYSTEM = "system";

  private final Tls tls;
  private final List<TlsFile> authorities;
  private final List<TlsFile> pins;
  private final List<IdentityPlan> identities;
  private final @Nullable TemplatePlan serverName;
  private final @Nullable TlsFile keyLog;

  private TlsPlan(Tls tls, Compiling compiling) {
    this.tls = tls;
    authorities = tls.authorities().stream().map(one -> trust(one, compiling)).toList();
    pins = tls.pins().stream().map(one -> pin(one, compiling)).toList();
    identities =
        Stream.concat(Stream.of(tls.own()), tls.others().stream())
            .map(one -> IdentityPlan.of(one, compiling))
            .toList();
    serverName = tls.serverName().map(text -> TemplatePlan.of(text, compiling)).orElse(null);
    keyLog = tls.keyLog().map(path -> TlsFile.of(path, compiling)).orElse(null);
  }

  /** Compiles; what has no place of its own is told at {@code at}. */
  static TlsPlan of(Tls tls, Position at, Compiling compiling) {
    var agreement = tls.agreement();
    if (agreement.min().compareTo(agreement.max()) > 0) {
      compiling.problem(
          at,
          "`min-version: " + agreement.min().number() + "` above `max-version`",
          "a range of versions",
          "remove one of them");
    }
    return new TlsPlan(tls, compiling);
  }

  private static TlsFile trust(Source one, Compiling compiling) {
    return one.text().equals(SYSTEM) ? word(one, compiling) : TlsFile.of(one, compiling);
  }

  private static TlsFile pin(Source one, Compiling compiling) {
    if (!one.text().startsWith(Pin.HASH)) {
      return TlsFile.of(one, compiling);
    }
    var plan = word(one, compiling);
    if (plan.path().isConstant() && Pin.hash(plan.path().constant().text()).isEmpty()) {
      compiling.problem(
          one.at(),
          "`" + one + "`",
          "`sha256//` and the Base64 of 32 bytes",
          "a wrong one says at connecting what the server's key has");
    }
    return plan;
  }

  /** What is no path. */
  private static TlsFile word(Source one, Compiling compiling) {
    return new TlsFile(TemplatePlan.of(one, compiling), compiling.files());
  }

  TlsSpec fill(Filling filling) {
    var agreement = tls.agreement();
    var spec =
        TlsSpec.DEFAULT
            .withVerify(tls.verify())
            .withTrust(authorities.stream().map(one -> trust(one, filling)).toList())
            .withPins(pins.stream().flatMap(one -> pin(one, filling).stream()).toList())
            .withIdentities(identities(filling))
            .withServerName(serverName(filling))
            .withProtocols(protocols(agreement))
            .withCiphers(agreement.ciphers());
    var offered = agreement.applicationProtocols().map(spec::withApplicationProtocols).orElse(spec);
    return keyLog == null ? offered : offered.withKeyLog(keyLog.locate(filling));
  }

  private List<HostIdentity> identities(Filling filling) {
    return identities.stream().flatMap(one -> one.fill(filling).stream()).toList();
  }

  private static TrustSource trust(TlsFile one, Filling filling) {
    var text = filling.text(one.path());
    return text.equals(SYSTEM)
        ? new TrustSource.OfSystem()
        : new TrustSource.Pem(one.locate(text, filling));
  }

  private static Optional<Pin> pin(TlsFile one, Filling filling) {
    var text = filling.text(one.path());
    if (!text.startsWith(Pin.HASH)) {
      return Optional.of(new Pin.Pem(one.locate(text, filling)));
    }
    var pin = Pin.hash(text);
    if (pin.isEmpty()) {
      filling.fault(
          one.path().source().at(),
          "found the pin `%s`, expected `sha256//` and the Base64 of 32 bytes".formatted(text));
    }
    return pin;
  }

  private ServerName serverName(Filling filling) {
    var name = serverName == null ? "" : filling.text(serverName);
    return switch (name) {
      case "" -> new ServerName.OfUrl();
      case "none" -> new ServerName.Unsaid();
      default -> new ServerName.Of(name);
    };
  }

  /** None where all are allowed. */
  private static List<String> protocols(TlsAgreement agreement) {
    return agreement.min() == TlsAgreement.DEFAULT.min()
            && agreement.max() == TlsAgreement.DEFAULT.max()
        ? List.of()
        : agreement.min().to(agreement.max());
  }
}
