/**
 * Collections for the commands that read, check and run them.
 *
 * <pre>
 * path --Workspace.open--> Workspace --in(name)--> Workspace in an environment
 *                            | prepare(file, given)
 *                            +--> Preparation: Ready (Conversation, Plan) | Wrong (ProblemList)
 * </pre>
 */
package parley.cli.collection;
