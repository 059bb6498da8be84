package parley.protocol.socks;

import parley.protocol.frame.Bytes;

/** A user and a password of 1 to 255 bytes each (RFC 1929, 2). */
public record SocksLogin(Bytes user, Bytes password) {

  /** The most bytes that either may have. */
  public static final int MAX_BYTES = 255;

  public SocksLogin {
    if (!fits(user) || !fits(password)) {
      throw new IllegalArgumentException("user and password have 1 to 255 bytes each");
    }
  }

  /** Whether a text can be sent as one of both. */
  public static boolean fits(String text) {
    return fits(Bytes.utf8(text));
  }

  private static boolean fits(Bytes bytes) {
    return !bytes.isEmpty() && bytes.size() <= MAX_BYTES;
  }

  @Override
  public String toString() {
    return "SocksLogin[user=" + user.toText() + "]";
  }
}
