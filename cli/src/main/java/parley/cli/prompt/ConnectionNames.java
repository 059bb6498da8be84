package parley.cli.prompt;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parley.cli.option.Spelling;

/**
 * What the connections of a file are called on the screen.
 *
 * @param all as the file has them, the main one first; its name is empty
 */
record ConnectionNames(List<String> all) {

  private static final String MAIN = "main";

  ConnectionNames {
    all = List.copyOf(all);
  }

  boolean areSeveral() {
    return all.size() > 1;
  }

  static String title(String connection) {
    return connection.isEmpty() ? MAIN : connection;
  }

  List<String> titles() {
    return all.stream().map(ConnectionNames::title).toList();
  }

  /** What stands before what happens on a connection, as wide for each; empty for an only one. */
  String label(String connection) {
    var width = titles().stream().mapToInt(String::length).max().orElse(0);
    var title = title(connection);
    return areSeveral() ? title + " ".repeat(Math.max(0, width - title.length()) + 1) : "";
  }

  /** All of them, and which are open. */
  String list(Predicate<String> isOpen) {
    return all.stream()
        .map(one -> title(one) + (isOpen.test(one) ? " (open)" : ""))
        .collect(Collectors.joining(", "));
  }

  /**
   * Finds the connection that a person means.
   *
   * @param otherwise is told why there is none
   */
  void find(String typed, Consumer<String> action, Consumer<String> otherwise) {
    var connection = typed.equals(MAIN) && !all.contains(typed) ? "" : typed;
    if (all.contains(connection)) {
      action.accept(connection);
      return;
    }
    var near =
        Spelling.nearest(typed, titles()).map(one -> "did you mean " + one + "? ").orElse("");
    otherwise.accept(
        "there is no connection %s: %sthere is %s"
            .formatted(typed, near, String.join(", ", titles())));
  }
}
