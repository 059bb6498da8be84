package parley.protocol.deflate;

/**
 * What both sides agreed on for permessage-deflate (RFC 7692, 7.1).
 *
 * @param serverMaxWindowBits 8 to 15
 * @param clientMaxWindowBits 8 to 15
 */
public record DeflateParameters(
    boolean serverNoContextTakeover,
    boolean clientNoContextTakeover,
    int serverMaxWindowBits,
    int clientMaxWindowBits) {

  /** The meaning of the extension without parameters: context kept, windows of 32 KB. */
  public static final DeflateParameters DEFAULT = new DeflateParameters(false, false, 15, 15);

  public DeflateParameters {
    requireWindowBits(serverMaxWindowBits);
    requireWindowBits(clientMaxWindowBits);
  }

  private static void requireWindowBits(int bits) {
    if (bits < 8 || bits > 15) {
      throw new IllegalArgumentException("window bits are 8 to 15: " + bits);
    }
  }
}
