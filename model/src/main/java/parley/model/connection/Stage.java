package parley.model.connection;

/** The steps to an open connection, in their order. */
public enum Stage {
  DNS,
  TCP,
  TLS,
  UPGRADE
}
