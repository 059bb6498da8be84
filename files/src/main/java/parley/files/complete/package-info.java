/**
 * What may be written at a place of a file, also while the file is not right.
 *
 * <pre>
 * text --LineScan, FlowScan--> Place: maps and lists around it, what is typed so far
 * Place --Shapes of the format--> Completion: keys, words, names, files
 * </pre>
 */
package parley.files.complete;
