package parley.protocol.endpoint;

/** What an endpoint does when its peer breaks a rule. */
public enum Policy {
  /** Fails the connection with the rule's close code (RFC 6455, 7.1.7). */
  STRICT,
  /**
   * Reports and goes on. Only what leaves no way to go on still fails the connection: a message
   * above the limit, a length with its top bit set, compressed data that is corrupt.
   */
  REPORT_ONLY
}
