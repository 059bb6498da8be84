/**
 * One row of a log in detail: its facts, its payload in any form, a window of lines at a time, and
 * what two of them differ in.
 *
 * <pre>
 *   call "log.*" --EntryCalls--> entry.body: lines of a payload
 *                        |-----> entry.handshake --> entry.advice: what to do about it
 *                        +-----> Facts, Comparison, DraftJson
 * </pre>
 */
package parley.workbench.entry;
