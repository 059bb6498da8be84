package parley.files.complete;

import java.util.List;

/** What a file alone does not tell. It is asked only for what is needed. */
public interface Surroundings {

  /**
   * A variable that holds in the file.
   *
   * @param detail its value or where it comes from, in a few words
   */
  record Variable(String name, String detail) {}

  /** The variables of the place, dynamic ones included, the nearest first. */
  List<Variable> variables();

  /** The files that may be named, relative to the folder of this one, with {@code /}. */
  List<String> files();

  /** No variables, no files. */
  static Surroundings none() {
    return new Surroundings() {
      @Override
      public List<Variable> variables() {
        return List.of();
      }

      @Override
      public List<String> files() {
        return List.of();
      }
    };
  }
}
