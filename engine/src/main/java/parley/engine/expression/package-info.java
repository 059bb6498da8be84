/**
 * The expression language: small, typed, total and free of side effects, in CEL's syntax where both
 * have a thing. Text is compiled once into a form that all sessions share; every error has a place.
 *
 * <pre>
 * text --Lexer--> tokens --Parser--> Node --Compiler, with {@link parley.engine.expression.Names}--> {@link parley.engine.expression.Expression}
 *                                                                     {@link parley.engine.expression.Scope} --+--> Result
 * text with {{...}} --> {@link parley.engine.expression.Template}, made of such expressions
 * </pre>
 */
package parley.engine.expression;
