/**
 * The command {@code new}: files to begin with, also from the command line of another tool.
 *
 * <pre>
 * pasted line --ShellWords--> words --PastedReader--> Pasted --ConversationText--> file, .env
 * </pre>
 */
package parley.cli.create;
