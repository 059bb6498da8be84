/**
 * Files that pages edit: read, changed atomically, with undo over reloads and changes by others.
 *
 * <pre>
 *   page --file.*--> FileCalls --> OpenFile (version, undo, save) --> disk
 *   disk --OpenFolder.whenChanged--> FileWatch --event file--> pages that have it open
 *   FileView: text, problems and forms of a file as the page has them
 * </pre>
 */
package parley.workbench.file;
