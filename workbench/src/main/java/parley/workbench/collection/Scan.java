package parley.workbench.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of the opened folder there are at one moment, and when they were changed last. No
 * file is opened for it.
 *
 * @param files those that collections are made of, links among them
 * @param folders those that are shown, with whether there is anything in them
 * @param used those that files of the collections name, such as data rows and payloads
 * @param complete false when there are more than {@link #MAX_ENTRIES}
 */
public record Scan(
    SortedMap<Path, Stamp> files,
    SortedMap<Path, Boolean> folders,
    SortedMap<Path, Stamp> used,
    boolean complete) {

  /** Files and folders that are looked at. */
  static final int MAX_ENTRIES = 100_000;

  /** Folders below folders; deeper ones are no part of a collection. */
  private static final int MAX_DEPTH = 33;

  /** What changes with each change of a file, also when another one takes its place. */
  public record Stamp(FileTime changed, long bytes, Optional<Object> identity) {

    static Stamp of(BasicFileAttributes facts) {
      return new Stamp(
          facts.lastModifiedTime(), facts.size(), Optional.ofNullable(facts.fileKey()));
    }
  }

  /**
   * Looks.
   *
   * @param used further files to look at, such as data rows; those that are not there are left out
   * @throws IOException when the folder is not there or may not be read
   */
  static Scan of(Path root, Set<Path> used) throws IOException {
    try (var first = Files.newDirectoryStream(root)) {
      Objects.requireNonNull(first);
    }
    var visit = new Visit(root);
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visit);
    } catch (UncheckedIOException vanishing) {
      throw vanishing.getCause();
    }
    return new Scan(visit.files, visit.folders, Visit.stamps(used), visit.entries < MAX_ENTRIES);
  }

  /**
   * The same with these used files: those that were looked at before as they were then, the others
   * as they are now.
   */
  Scan withUsed(Set<Path> now) {
    var stamps = Visit.stamps(now);
    stamps.replaceAll((file, stamp) -> used.getOrDefault(file, stamp));
    return new Scan(files, folders, stamps, complete);
  }

  /** The files that are there in only one of the two, or not the same. */
  Set<Path> differences(Scan other) {
    return Stream.concat(differences(files, other.files), differences(used, other.used))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> differences(Map<Path, Stamp> some, Map<Path, Stamp> others) {
    return Stream.concat(some.keySet().stream(), others.keySet().stream())
        .filter(file -> !Objects.equals(some.get(file), others.get(file)));
  }

  /** The folders that have a {@code parley.yaml}, and the opened one, outer ones first. */
  Set<Path> roots(Path opened) {
    var roots = new HashSet<Path>();
    roots.add(opened);
    files.keySet().stream()
        .filter(file -> file.endsWith("parley.yaml"))
        .forEach(file -> roots.add(file.resolveSibling("")));
    return roots;
  }

  private static final class Visit extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedMap<Path, Stamp> files = new TreeMap<>();
    private final SortedMap<Path, Boolean> folders = new TreeMap<>();
    private int entries;

    Visit(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      var name = String.valueOf(folder.getFileName());
      if (name.startsWith(".") || name.equals("node_modules")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      seen(folder);
      folders.put(folder, false);
      return next();
    }

    /** Anything in a folder makes it one that is not empty. */
    private void seen(Path path) {
      entries++;
      folders.computeIfPresent(path.resolveSibling(""), (_, _) -> true);
    }

    private FileVisitResult next() {
      return entries < MAX_ENTRIES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
      seen(file);
      if (isPart(String.valueOf(file.getFileName())) && !facts.isDirectory()) {
        files.put(file, facts.isSymbolicLink() ? followed(file, facts) : Stamp.of(facts));
      }
      return next();
    }

    /** Of files that are there. */
    private static SortedMap<Path, Stamp> stamps(Set<Path> used) {
      var stamps = new TreeMap<Path, Stamp>();
      used.forEach(file -> stamp(file).ifPresent(stamp -> stamps.put(file, stamp)));
      return stamps;
    }

    private static Optional<Stamp> stamp(Path file) {
      try {
        return Optional.of(Stamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
      } catch (IOException notThere) {
        return Optional.empty();
      }
    }

    private static boolean isPart(String name) {
      return name.equals(".env")
          || name.startsWith(".env.")
          || (!name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")));
    }

    private static Stamp followed(Path link, BasicFileAttributes own) {
      try {
        return Stamp.of(Files.readAttributes(link, BasicFileAttributes.class));
      } catch (IOException nowhere) {
        return Stamp.of(own);
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return next(); // reading the collection says what is wrong with it
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException cut) {
      return next(); // what was seen of it counts
    }
  }
}
