/**
 * Collections on disk: read whole, with all problems of all files, and written so that nothing is
 * lost.
 *
 * <pre>
 * folder --CollectionFiles--> Collection, Problem*, effective values with where they come from
 *            Inheritance      collection, folders, environment and conversation make one tree
 *            Confinement      no path leaves the collection
 *            References       names of messages, connections and steps
 * bytes --WholeFile--> a file that is written whole or not at all
 *            FileSnapshot     notices what others wrote meanwhile
 * </pre>
 */
package parley.files.collection;
