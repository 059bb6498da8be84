package parley.protocol.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A name and a password as they are (RFC 7617). */
public final class BasicAnswer {

  private BasicAnswer() {}

  /**
   * The value of Authorization or Proxy-Authorization.
   *
   * @param username without a colon, which would end it (RFC 7617, 2)
   */
  public static String of(String username, String password) {
    var octets = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(octets);
  }
}
