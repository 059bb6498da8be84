/**
 * The newest rows of a log, in memory: a {@link parley.store.tail.Tail} takes entries, joins frames
 * with what they carried, and holds rows until they are in the file.
 */
package parley.store.tail;
