/**
 * Rows of variables from the files that {@code data:} names: a {@link
 * parley.workspace.data.DataFile} makes a {@link parley.workspace.data.Table} of them, or tells all
 * that is wrong by its row.
 *
 * <pre>
 * CSV        --Csv------+
 *                       +--> Table: names of columns, a map for each row
 * JSON, JSONL--JsonRows-+
 * </pre>
 */
package parley.workspace.data;
