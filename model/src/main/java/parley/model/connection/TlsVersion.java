package parley.model.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A version of TLS that may be agreed on; older ones are broken (RFC 8996), and the JDK's are off.
 */
public enum TlsVersion {
  /** RFC 5246. */
  TLS_1_2("1.2"),
  /** RFC 8446. */
  TLS_1_3("1.3");

  private final String number;

  TlsVersion(String number) {
    this.number = number;
  }

  /** As files and options have it, such as {@code 1.2}. */
  public String number() {
    return number;
  }

  /** As the JDK has it, such as {@code TLSv1.2}. */
  public String protocol() {
    return "TLSv" + number;
  }

  /** The version of that number. */
  public static Optional<TlsVersion> of(String number) {
    return Arrays.stream(values()).filter(one -> one.number.equals(number)).findFirst();
  }

  /** The JDK's names of all versions from this one to {@code max}, the newest first. */
  public List<String> to(TlsVersion max) {
    return Arrays.stream(values())
        .filter(one -> compareTo(one) <= 0 && one.compareTo(max) <= 0)
        .map(TlsVersion::protocol)
        .toList()
        .reversed();
  }
}
