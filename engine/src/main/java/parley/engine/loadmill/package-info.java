/**
 * Loadmill's functions under Loadmill's names, in its order of arguments and with its defaults.
 * There everything is a text; so these take a number, a truth or a list also as the text that
 * writes it, and what finds nothing is an empty text.
 *
 * <pre>
 * {@link parley.engine.loadmill.LoadmillFunctions} by name -- most of them are a readable function --> its value
 * </pre>
 */
package parley.engine.loadmill;
