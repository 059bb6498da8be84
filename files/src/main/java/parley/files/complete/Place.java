package parley.files.complete;

import java.util.List;

/**
 * A place in a text.
 *
 * @param way the maps and lists around it, the outermost first
 * @param part what stands there
 * @param from where what is typed begins
 * @param indent the column that it stands in, or that its key stands in
 * @param typed what is typed so far
 * @param whole the same with what follows it, when a word that is there is changed
 */
record Place(List<Step> way, Part part, int from, int indent, String typed, String whole) {

  Place {
    way = List.copyOf(way);
  }

  /** What a place is a part of. */
  enum Part {
    /** The beginning of a line, of an item or of a part in braces: a key, perhaps a scalar. */
    KEY,
    /** The same after a dash. */
    ITEM,
    /** A part in braces or brackets. */
    FLOW,
    /** What stands behind a key, on its line. */
    VALUE,
    /** The same in braces. */
    FLOW_VALUE,
    /** A comment, or a block of text. */
    TEXT
  }

  /**
   * One of the maps and lists.
   *
   * @param key that the way goes on behind; nothing for the map that a key is looked for in
   */
  record Step(Frame frame, String key) {}
}
