package parley.protocol.frame;

import java.util.HexFormat;

/** Bytes as tests write them: hex digits, spaces where they help the reader. */
public final class Hex {

  private Hex() {}

  public static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  public static String of(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
