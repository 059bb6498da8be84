package parley.workbench.tree;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of files made of what people call things: safe everywhere, and still readable. */
final class FileName {

  /** File systems take 255 bytes; an ending and a number come behind. */
  private static final int MAX_BYTES = 200;

  /** Windows keeps them to itself, with any ending. */
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

  private FileName() {}

  /**
   * The name without an ending; nothing when no letter or digit is left. Blanks become dashes and
   * what is special to a file system or to a shell goes; letters of any script stay.
   */
  static Optional<String> of(String name) {
    var kept =
        name.strip()
            .replaceAll("[\\s\\p{Cntrl}/\\\\:*?\"<>|'`$&;(){}\\[\\]!#%~^]+", "-")
            .replaceAll("\\p{C}", "")
            .replaceAll("-{2,}", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    var short_ = shortened(kept).replaceAll("[-.]+$", "");
    if (short_.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    var isReserved = RESERVED.contains(short_.toLowerCase(Locale.ROOT).replaceAll("\\..*", ""));
    return Optional.of(isReserved ? short_ + "-" : short_);
  }

  private static String shortened(String name) {
    var text = new StringBuilder();
    var bytes = 0;
    for (var point : name.codePoints().toArray()) {
      var one = Character.toString(point);
      bytes += one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        break;
      }
      text.append(one);
    }
    return text.toString();
  }

  /** The first of {@code NAME}, {@code NAME-2}, {@code NAME-3} that is free in the folder. */
  static Path free(Path folder, String stem, String ending) {
    var path = folder.resolve(stem + ending);
    for (var number = 2; isTaken(path); number++) {
      path = folder.resolve(stem + "-" + number + ending);
    }
    return path;
  }

  /** Whether something stands there, a link to nowhere included. */
  static boolean isTaken(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
