/**
 * Command lines as data: a {@link parley.cli.option.Command} lists its {@link
 * parley.cli.option.Option}s once, and {@link parley.cli.option.Arguments} reads by the list what
 * {@link parley.cli.option.Help} prints from it.
 *
 * <pre>
 * argument list --Arguments + Command--> draft filled | Misuse
 *                            Command --Help--> text
 * </pre>
 *
 * An own reader instead of a library: with 55 options picocli's cost 80 ms of each start even from
 * an AOT cache, twice the whole JVM (measured November 2026).
 */
package parley.cli.option;
