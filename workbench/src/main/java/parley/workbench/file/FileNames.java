package parley.workbench.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of a collection, as another of its files names them. */
final class FileNames extends SimpleFileVisitor<Path> {

  private static final int MAX_FILES = 5000;
  private static final int MAX_DEPTH = 32;

  private final Path from;
  private final List<String> names = new ArrayList<>();

  private FileNames(Path from) {
    this.from = from;
  }

  /** Relative to the folder of {@code file}, with {@code /}; the first ones of very many. */
  static List<String> of(Path root, Path file) {
    var names = new FileNames(file.resolveSibling(""));
    try {
      Files.walkFileTree(root, Set.of(), MAX_DEPTH, names);
    } catch (IOException | UncheckedIOException vanishing) {
      return names.names; // what was seen of it is offered
    }
    return names.names.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
    var name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || name.equals("node_modules")
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
    if (!String.valueOf(file.getFileName()).startsWith(".")) {
      names.add(from.relativize(file).toString().replace('\\', '/'));
    }
    return names.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
    return FileVisitResult.CONTINUE;
  }
}
