/**
 * The tree of the opened folder, and all that is done in it: making, naming, moving, copying,
 * deleting and finding.
 *
 * <pre>
 *   TreeCalls --> Creation | Relocation (PathEdits: paths follow) | Trash | Search
 *                     +--> disk --> OpenFolder.refresh --> TreeJson --> event "tree"
 * </pre>
 */
package parley.workbench.tree;
