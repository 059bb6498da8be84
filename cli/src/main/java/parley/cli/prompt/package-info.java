/**
 * A conversation by hand. {@link parley.cli.prompt.Prompt} owns the terminal, {@link
 * parley.cli.prompt.Conversation} what a typed line and an entry mean.
 *
 * <pre>
 * keys --JLine--> Prompt --line--> Conversation --SlashCommands--> SlashCommand --> connection
 *                                       ^   |
 *                    Recorder --entry --+   +--text--> Screen --> above the line being typed
 * </pre>
 */
package parley.cli.prompt;
