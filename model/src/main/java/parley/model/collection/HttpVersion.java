package parley.model.collection;

/** The HTTP that carries the connection: RFC 6455, RFC 8441 or RFC 9220. */
public enum HttpVersion {
  HTTP_1_1,
  HTTP_2,
  HTTP_3,
  /** The newest that the server speaks. */
  AUTO
}
