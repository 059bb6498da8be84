/**
 * Answers to messages that no rule of a mock takes, made from examples or by a JSON Schema.
 *
 * <pre>
 *  message --{@link parley.mock.auto.AutoPlan}: the first source that suits it
 *                |
 *                +-- ExampleAnswers: the example that it is most alike (Likeness)
 *                +-- SchemaAnswers: a value that follows the schema
 *                        |
 *                        +-- Echo: ids and what both have by name come from the message
 * </pre>
 */
package parley.mock.auto;
