package parley.model.connection;

/** Which addresses of a host are tried. */
public enum IpFamily {
  ANY,
  IPV4,
  IPV6
}
