/**
 * The functions of the expression language. Each is total: it comes to a value or to a fault that
 * says what was wrong, and it takes bounded time and memory. Time and chance come in from outside.
 *
 * <pre>
 * {@link parley.engine.function.Functions} by name -- {@link parley.engine.function.Function} (its signature and body)
 *        {@link parley.engine.function.Arguments} ------------+--> {@link parley.engine.function.Result}
 * </pre>
 */
package parley.engine.function;
