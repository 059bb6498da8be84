/**
 * Values that follow a JSON Schema (2020-12), with what suits the names of their fields.
 *
 * <pre>
 *  a schema and the files it refers to --Documents--> every reference is absolute
 *        | {@link parley.fake.schema.SchemaData}: tries until the engine's validator is content
 *        +--Shaping: one value--> Rules (a schema with what it refers to and all of allOf)
 *                                   +--> Objects, Arrays, Texts, Numbers
 * </pre>
 */
package parley.fake.schema;
