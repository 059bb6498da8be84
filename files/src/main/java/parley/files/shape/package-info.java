/**
 * The parts that a description of a file format is built of. A {@link parley.files.shape.Shape}
 * says at once how a YAML node is read into a value, what is expected there, and the JSON Schema of
 * it; so the reader, its problems and the schema cannot disagree.
 *
 * <pre>
 * MapShape      keys, each a Key with shape, default, docs and how it is inherited
 * VariantShape  maps told apart by one of their keys: verbs, kinds of message
 * FormsShape    a short form and a long one, told apart by the kind of node
 * NamedShape    any names, all with values of one shape
 * ListShape, ScalarShape, LazyShape
 * </pre>
 */
package parley.files.shape;
