package parley.protocol.deflate;

/** The names of RFC 7692, 7 and 7.1. */
final class DeflateNames {

  static final String EXTENSION = "permessage-deflate";
  static final String SERVER_NO_CONTEXT_TAKEOVER = "server_no_context_takeover";
  static final String CLIENT_NO_CONTEXT_TAKEOVER = "client_no_context_takeover";
  static final String SERVER_MAX_WINDOW_BITS = "server_max_window_bits";
  static final String CLIENT_MAX_WINDOW_BITS = "client_max_window_bits";

  private DeflateNames() {}
}
