/**
 * Payloads in lines: as they are, laid out, in hex, unpacked; any window of them at once.
 *
 * <pre>
 *   StoredEntry --Bodies--> Body --Form--> Lines
 * </pre>
 */
package parley.workbench.entry.body;
