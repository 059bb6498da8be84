/**
 * A conversation in a pipe. {@link parley.cli.talk.Talk} decides, on values; {@link
 * parley.cli.talk.Driver} brings it what happens and does what it says.
 *
 * <pre>
 * standard input --InputReader--+
 *                               +--> Driver --> Talk --> send, close, finish
 * connection ------Recorder-----+       |
 *                                       +--> Printer --> Output --> standard output and error
 * </pre>
 */
package parley.cli.talk;
