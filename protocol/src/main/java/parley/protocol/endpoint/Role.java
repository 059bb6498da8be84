package parley.protocol.endpoint;

/** Which side of the connection an endpoint is; it decides who masks (RFC 6455, 5.1). */
public enum Role {
  CLIENT,
  SERVER;

  public Role peer() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
