package parley.model.connection;

/** Which addresses of a host are tried. */
public enum IpFamily {
  ANY("address"),
  IPV4("IPv4 address"),
  IPV6("IPv6 address");

  private final String address;

  IpFamily(String address) {
    this.address = address;
  }

  /** The sentence that {@code host} has no such address. */
  public String absentFrom(String host) {
    return host + " has no " + address;
  }
}
