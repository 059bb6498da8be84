/**
 * The history: a folder with a catalogue and a file for each session.
 *
 * <pre>
 *   History --begin--> SessionLog --append--> Tail (memory) --RowSink--> file of the session
 *      |                   |  rows, entry, payload: from the memory or the file
 *   Catalogue              +--view--> View: the rows that pass a Filter
 * </pre>
 */
package parley.store;
