package parley.model.transcript;

/** Which way something went, as this side sees it. */
public enum Direction {
  SENT,
  RECEIVED
}
