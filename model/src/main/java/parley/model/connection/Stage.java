package parley.model.connection;

/** The steps to an open connection, in their order; most connections do without some of them. */
public enum Stage {
  /** A token is fetched from an authorization server (RFC 6749, 4.4). */
  TOKEN,
  DNS,
  TCP,
  /** The way through a proxy is opened, TLS to the proxy included. */
  PROXY,
  TLS,
  UPGRADE
}
