/**
 * Collections as those use them who read, check, run or explore them: opened, in an environment,
 * each file ready to be run or with all that is wrong.
 *
 * <pre>
 * path --Workspace.open--> Workspace --in(name)--> Workspace in an environment
 *                            | prepare(file, given)
 *                            +--> Preparation: Ready (Conversation, Plan) | Wrong (ProblemList)
 *                            | EnvironmentMocks.start
 *                            +--> the mock that the environment wants
 * </pre>
 */
package parley.workspace;
