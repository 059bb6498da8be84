package parley.files.shape;

/** How a value that a file inherits and the file's own make one. */
public enum Merge {
  /** Its own alone. */
  REPLACE,
  /** Both, by key; its own key wins. */
  BY_KEY,
  /** Both, by key, down to the last map. */
  DEEP,
  /** Both, by the name of header, parameter or cookie. */
  FIELDS,
  /** Both lists, its own first. */
  JOIN,
  /** Both lists, its own last. */
  JOIN_BEHIND,
  /** Its own, unless that is {@code inherit}. */
  UNLESS_INHERIT,
  /** Never inherited. */
  NEVER
}
