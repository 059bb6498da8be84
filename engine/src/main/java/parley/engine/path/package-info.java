/**
 * JSONPath by RFC 9535 over values, and comparisons of one path with one constant that are decided
 * on the bytes of a message.
 *
 * <pre>
 * text --{@link parley.engine.path.PathReader}--> {@link parley.engine.path.JsonPath} --over a value--> {@link parley.engine.path.Nodes}
 *                                   |
 *                                   +--{@link parley.engine.path.PathScanner}--over bytes--> true, false or undecided
 * </pre>
 */
package parley.engine.path;
