/**
 * The workbench's server: {@link parley.workbench.Workbench} puts its parts together.
 *
 * <pre>
 *   browser --HTTP, WebSocket--> server --> call --> collection, file, talk, run, log, history, state
 * </pre>
 */
package parley.workbench;
