package parley.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sees that files have changed, by their times, sizes and places on the disk, so that a file that
 * an editor puts in place of another is seen, too. A change counts once the file is the same in two
 * looks, so that one that is half written is not read, and one that never rests holds up nothing
 * beside it.
 */
public final class FileWatch {

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

  /** Watches files as they are now; they need not be there. Blocks. */
  public FileWatch(Set<Path> files) {
    settled = stamps(files);
    latest = Map.copyOf(settled);
  }

  private static Map<Path, Stamp> stamps(Set<Path> files) {
    var all = new TreeMap<Path, Stamp>();
    files.forEach(file -> all.put(file, Stamp.of(file)));
    return all;
  }

  /** Looks; whether something has changed, and now rests. Blocks. */
  public boolean hasChanged() {
    return !changed().isEmpty();
  }

  /** Looks; what has changed and rests now. Blocks. */
  public Set<Path> changed() {
    var now = stamps(settled.keySet());
    var before = latest;
    latest = now;
    var changed = new HashSet<Path>();
    now.forEach((file, stamp) -> {
      if (stamp.equals(before.get(file)) && !stamp.equals(settled.put(file, stamp))) {
        changed.add(file);
      }
    });
    return changed;
  }

  /** Watches these files, too; those that it did not watch have just come. Blocks. */
  public void add(Set<Path> files) {
    files.forEach(file -> settled.putIfAbsent(file, Stamp.NOTHING));
  }

  /** Watches these files, too, and takes them as they are now. Blocks. */
  public void take(Set<Path> files) {
    settled.putAll(stamps(files));
  }

  /** Watches these files from now on; those that it watched already as it saw them last. */
  public void watch(Set<Path> files) {
    var now = stamps(files);
    settled.forEach((file, stamp) -> now.computeIfPresent(file, (_, _) -> stamp));
    settled = now;
  }
}
