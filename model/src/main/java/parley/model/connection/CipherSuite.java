package parley.model.connection;

import java.util.Arrays;
import java.util.Optional;

/** The cipher suites that the JDK has and allows, the best first, by their names of IANA. */
public enum CipherSuite {
  TLS_AES_256_GCM_SHA384,
  TLS_AES_128_GCM_SHA256,
  TLS_CHACHA20_POLY1305_SHA256,
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
  TLS_DHE_RSA_WITH_AES_256_GCM_SHA384,
  TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
  TLS_DHE_DSS_WITH_AES_256_GCM_SHA384,
  TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
  TLS_DHE_DSS_WITH_AES_128_GCM_SHA256,
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
  TLS_DHE_RSA_WITH_AES_256_CBC_SHA256,
  TLS_DHE_DSS_WITH_AES_256_CBC_SHA256,
  TLS_DHE_RSA_WITH_AES_128_CBC_SHA256,
  TLS_DHE_DSS_WITH_AES_128_CBC_SHA256,
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
  TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
  TLS_DHE_DSS_WITH_AES_256_CBC_SHA,
  TLS_DHE_RSA_WITH_AES_128_CBC_SHA,
  TLS_DHE_DSS_WITH_AES_128_CBC_SHA;

  private static final String WITH = "_WITH_";

  /** The only version that has it. */
  public TlsVersion version() {
    return name().contains(WITH) ? TlsVersion.TLS_1_2 : TlsVersion.TLS_1_3;
  }

  /** As OpenSSL and curl have it, such as {@code ECDHE-RSA-AES128-GCM-SHA256}. */
  public String openSslName() {
    if (version() == TlsVersion.TLS_1_3) {
      return name();
    }
    return name()
        .substring("TLS_".length())
        .replace(WITH, "_")
        .replace("POLY1305_SHA256", "POLY1305")
        .replace("_CBC_", "_")
        .replaceFirst("AES_(\\d+)", "AES$1")
        .replace('_', '-');
  }

  /** The suite of that name, be it IANA's or OpenSSL's. */
  public static Optional<CipherSuite> of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name) || one.openSslName().equals(name))
        .findFirst();
  }
}
