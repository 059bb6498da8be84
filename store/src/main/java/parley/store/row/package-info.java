/**
 * What a log consists of: a {@link parley.store.row.Row} for what happened, told briefly, and the
 * {@link parley.store.row.StoredEntry} behind it, told wholly; a {@link parley.store.row.Filter}
 * chooses some of them. {@link parley.store.row.EntryRecord} is how an entry lies in a file.
 */
package parley.store.row;
