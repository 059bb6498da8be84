package parley.cli.hand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When the files of a collection were changed last, as it was when they were read. */
public final class FileStamp {

  private static final FileTime GONE = FileTime.fromMillis(0);

  private final Map<Path, FileTime> times = new HashMap<>();

  /** Of the files of a conversation's collection, now. */
  public FileStamp(HandFile file) {
    file.read().forEach(one -> times.put(one, changed(one)));
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return GONE;
    }
  }

  /** A file that was changed or deleted since. */
  public Optional<Path> changed() {
    return times.keySet().stream()
        .filter(file -> !changed(file).equals(times.get(file)))
        .sorted()
        .findFirst();
  }
}
