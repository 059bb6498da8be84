package parley.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sees that files have changed, by their times, sizes and places on the disk, so that a file that
 * an editor puts in place of another is seen, too. A change counts once nothing changes any more
 * from one look to the next, so that a file that is half written is not read.
 */
final class FileWatch {

  /** What tells one version of a file from another; the same for all that are not there. */
  private record Stamp(String text) {

    static final Stamp NOTHING = new Stamp("");

    static Stamp of(Path file) {
      try {
        var facts = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            "%s %d %s".formatted(facts.lastModifiedTime(), facts.size(), facts.fileKey()));
      } catch (IOException unseen) {
        return NOTHING;
      }
    }
  }

  private Map<Path, Stamp> settled;
  private Map<Path, Stamp> latest;

  FileWatch(Set<Path> files) {
    settled = stamps(files);
    latest = settled;
  }

  private static Map<Path, Stamp> stamps(Set<Path> files) {
    var all = new TreeMap<Path, Stamp>();
    files.forEach(file -> all.put(file, Stamp.of(file)));
    return all;
  }

  /** Looks; whether something has changed, and now rests. */
  boolean hasChanged() {
    var now = stamps(settled.keySet());
    var rests = now.equals(latest);
    latest = now;
    if (!rests || now.equals(settled)) {
      return false;
    }
    settled = now;
    return true;
  }

  /** Watches these files from now on; those that it watched already as it saw them last. */
  void watch(Set<Path> files) {
    var now = stamps(files);
    settled.forEach((file, stamp) -> now.computeIfPresent(file, (_, _) -> stamp));
    settled = now;
  }
}
