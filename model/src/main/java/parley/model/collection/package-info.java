/**
 * What the user wrote, as data: a {@link parley.model.collection.Collection} of folders, {@link
 * parley.model.collection.Environment}s, {@link parley.model.collection.Conversation}s and {@link
 * parley.model.collection.Mock}s.
 *
 * <pre>
 * Collection -- Folder* -- Conversation -- ConnectionKeys   where to and how
 *            -- Environment*            -- SavedMessage*    what can be said
 *            -- Mock*                   -- Step*, Rule*     what happens: the same for a mock
 *                                       -- Load             how often
 * </pre>
 *
 * Everything is a definition: immutable, shared by all sessions, with templates and expressions as
 * the {@link parley.model.collection.Source} that they were written as, and with the {@link
 * parley.model.collection.Position} where they stand. What the file leaves out has its default
 * here, and what is inherited is already in place.
 */
package parley.model.collection;
