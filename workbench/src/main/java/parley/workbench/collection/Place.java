package parley.workbench.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.files.collection.Confinement;
import parley.workbench.call.Answer;

/** Where a key of the page leads: a path relative to the opened folder, with {@code /}. */
public sealed interface Place {

  /** A page that names longer ones has gone wrong. */
  int MAX_KEY = 4096;

  /** Inside, where nothing needs to be. */
  record Inside(Path path) implements Place {}

  /** Nowhere that the workbench goes. */
  record Outside(String why) implements Place {

    /** Said to the page. */
    public Answer answer() {
      return Answer.refuse(
          Answer.Code.REFUSED, why, "The workbench stays inside of the opened folder.");
    }
  }

  /** The place of a key below {@code root}; links are followed. */
  static Place of(String key, Path root) {
    if (key.length() > MAX_KEY) {
      return new Outside("A path of " + key.length() + " characters is too long.");
    }
    if (key.isEmpty()) {
      return new Inside(root);
    }
    return wrong(key)
        .<Place>map(why -> new Outside("'" + printable(key) + "' " + why + "."))
        .orElseGet(() -> confined(key, root));
  }

  private static Place confined(String key, Path root) {
    return switch (Confinement.of(root).resolve(root.resolve("any"), key)) {
      case Confinement.Resolution.Inside(var path) -> new Inside(path);
      case Confinement.Resolution.Refused(var why) -> new Outside("'" + key + "' is " + why + ".");
    };
  }

  private static Optional<String> wrong(String key) {
    if (key.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("has a control character");
    }
    if (key.indexOf('\\') >= 0) {
      return Optional.of("has a backslash, and folders end in /");
    }
    for (var part : List.of(key.split("/", -1))) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return Optional.of("is no path relative to the opened folder");
      }
      if (part.startsWith(".")) {
        return Optional.of("is hidden, and no part of a collection");
      }
    }
    return Optional.empty();
  }

  private static String printable(String key) {
    return key.replaceAll("\\p{Cntrl}", "\u00B7");
  }
}
