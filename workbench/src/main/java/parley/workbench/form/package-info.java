/**
 * Files as forms: what a page shows of a file in tables and fields, and what a change of a row or
 * field means for the text. Pure functions over documents.
 *
 * <pre>
 *   YamlDocument, what it inherits --Form--> FileModel --JSON--> page
 *   page --RowEdits, SettingEdits, AuthEdits, MessageEdits, StepEdits--> Changed (YamlDocument)
 * </pre>
 */
package parley.workbench.form;
