/**
 * What is to be sent, from bytes: standard input cut into messages by {@link
 * parley.cli.input.Splitter}, each read in its {@link parley.cli.input.Notation}.
 */
package parley.cli.input;
