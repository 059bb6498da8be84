/**
 * The file of one session in SQLite: one {@link parley.store.file.RowWriter} adds rows, any number
 * of {@link parley.store.file.RowReader}s see what it has committed. Nothing here is for several
 * threads at once.
 */
package parley.store.file;
