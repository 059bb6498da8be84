package parley.protocol.cookie;

/** Whether a cookie goes along when another site asks (RFC 6265bis, 5.6.7). */
public enum SameSite {
  /** Nothing was said. */
  UNSET,
  NONE,
  LAX,
  STRICT
}
