/**
 * The opened folder: what is in it, its environments, secrets, mocks and variables.
 *
 * <p>It may hold several collections: each folder with a {@code parley.yaml} is one, as for {@code
 * parley run}; files outside of those make a collection of the opened folder itself. Keys are paths
 * relative to the opened folder, and a collection is named by the key of its folder; each has its
 * own environments, and its own chosen one. Whoever opens a folder inside of a collection sees the
 * whole collection.
 *
 * <pre>
 *   disk --OpenFolder--> Workspace of a file, in the chosen environment, with its mock running
 *            | Place: from keys to paths, none outside
 *            +--> Change --> event "tree", "environments", "file"
 * </pre>
 */
package parley.workbench.collection;
