/**
 * Who may do the scripts of a collection.
 *
 * <pre>
 * Workspace --read--> SeenScripts --ScriptPermission: Trust, or for once--> Workspace with a runner
 *                                                                         of just these texts
 * </pre>
 */
package parley.workspace.script;
