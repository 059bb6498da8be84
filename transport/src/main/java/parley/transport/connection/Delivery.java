package parley.transport.connection;

/** What became of something that was to be sent. */
public enum Delivery {
  /** All of it was handed to the operating system. */
  WRITTEN,
  /** None of it was sent, since the close had begun or the connection had ended. */
  REFUSED,
  /** The connection ended before all of it was known to be handed over. */
  LOST
}
