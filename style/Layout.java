import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * Checks or rewrites the layout of every Java source below a folder.
 *
 * <p>{@code java Layout.java check|write FOLDER}
 */
final class Layout {

  private static final Set<String> SKIPPED = Set.of("target", "node_modules");

  private static final String REMEDY = "./mvnw -q -Pformat -pl style process-sources";

  private Layout() {}

  static void main(String... args) throws IOException {
    var root = Path.of(args[1]).toRealPath();
    var sources = sources(root);
    System.exit(args[0].equals("write") ? write(sources) : check(root, sources));
  }

  private static int write(List<String> sources) {
    return format("--replace", sources, new PrintWriter(System.out, true));
  }

  private static int check(Path root, List<String> sources) {
    var changed = new StringWriter();
    int code = format("--dry-run", sources, new PrintWriter(changed, true));
    var files = changed.toString().lines().map(f -> root.relativize(Path.of(f))).sorted().toList();
    if (files.isEmpty()) {
      return code;
    }
    System.err.println("Not laid out as the formatter does it:");
    files.forEach(file -> System.err.println("  " + file));
    System.err.println("To mend: " + REMEDY);
    return 1;
  }

  private static int format(String action, List<String> sources, PrintWriter out) {
    var args = new ArrayList<>(List.of(action));
    args.addAll(sources);
    return ToolProvider.findFirst("google-java-format")
        .orElseThrow()
        .run(out, new PrintWriter(System.err, true), args.toArray(String[]::new));
  }

  private static List<String> sources(Path root) throws IOException {
    var found = new ArrayList<String>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName().toString();
            return SKIPPED.contains(name) || name.startsWith(".") && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
