package parley.protocol.socks;

import java.util.Arrays;

/** Why a proxy does not open a connection (RFC 1928, 6). */
public enum SocksReply {
  GENERAL_FAILURE(1, "general failure of the proxy"),
  NOT_ALLOWED(2, "its rules do not allow the connection"),
  NETWORK_UNREACHABLE(3, "the network is unreachable"),
  HOST_UNREACHABLE(4, "the host is unreachable"),
  CONNECTION_REFUSED(5, "the server refused the connection"),
  TTL_EXPIRED(6, "the packets went too far: TTL expired"),
  COMMAND_UNKNOWN(7, "it does not open connections: command not supported"),
  ADDRESS_TYPE_UNKNOWN(8, "it does not take this kind of address"),
  UNASSIGNED(-1, "a reply without a meaning");

  private final int code;
  private final String words;

  SocksReply(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** That of a code other than 0, which is success. */
  static SocksReply of(int code) {
    return Arrays.stream(values()).filter(one -> one.code == code).findFirst().orElse(UNASSIGNED);
  }

  /** What it means, in a few words. */
  public String words() {
    return words;
  }
}
