/**
 * Who may do the scripts of a collection.
 *
 * <pre>
 * Workspace --ScriptPermission: Trust, or for once--> the same, with a runner of scripts
 * </pre>
 */
package parley.workspace.script;
