package parley.workspace;

import parley.model.collection.Position;

/**
 * A script of a collection.
 *
 * @param at where it stands, or where its file is named
 * @param file the path to it as it stands there; empty for a script in place
 * @param text of the script
 */
public record ScriptText(Position at, String file, String text) {}
