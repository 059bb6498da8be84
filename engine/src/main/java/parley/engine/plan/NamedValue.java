package parley.engine.plan;

/** A header, query parameter or cookie, filled. */
record NamedValue(String name, String value) {}
