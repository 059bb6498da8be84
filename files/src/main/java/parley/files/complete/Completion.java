package parley.files.complete;

import java.util.List;

/**
 * What may be written at a place.
 *
 * @param from index of the first character that an option takes the place of; it ends at the place
 *     that was asked for
 * @param options the likeliest first, not yet narrowed down by what is typed
 */
public record Completion(int from, List<Option> options) {

  public Completion {
    options = List.copyOf(options);
  }

  /**
   * One of them.
   *
   * @param detail a few words beside it, or nothing
   * @param docs one line about it, or nothing
   * @param written what is put into the text
   */
  public record Option(String label, Kind kind, String detail, String docs, String written) {}

  /** What an option is. */
  public enum Kind {
    KEY,
    VALUE,
    VARIABLE,
    HEADER,
    FILE
  }
}
