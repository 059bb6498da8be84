/**
 * JavaScript of collections, in a sandbox of GraalJS: nothing of the machine, and limits of time,
 * memory and output. Loaded only when a file has scripts and somebody has allowed them.
 *
 * <pre>
 *   ScriptCall --ScriptPool: a thread each, some at a time--> Execution --Sandbox--> a context of its own
 *                 |  Watch: time and memory, every few ms         |
 *                 +--stops it                                     Desk: takes what it tells --> ScriptAnswer
 * </pre>
 */
package parley.script;
