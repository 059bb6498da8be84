package parley.cli.run;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import parley.cli.option.Reading;

/** What one {@code --report} asks for: a kind of report and the file it goes into. */
record ReportFile(Kind kind, Path file) {

  /** The kinds of reports. */
  enum Kind {
    JUNIT
  }

  private static final String EXPECTED = "KIND=FILE with the kind junit";
  private static final String EXAMPLE = "junit=target/parley.xml";

  static Reading<ReportFile> parse(String text) {
    var equals = text.indexOf('=');
    if (equals < 0 || equals == text.length() - 1) {
      return Reading.bad(EXPECTED, EXAMPLE);
    }
    return switch (text.substring(0, equals)) {
      case "junit" -> in(Kind.JUNIT, text.substring(equals + 1));
      default -> Reading.bad(EXPECTED, EXAMPLE);
    };
  }

  private static Reading<ReportFile> in(Kind kind, String file) {
    try {
      return Reading.good(new ReportFile(kind, Path.of(file)));
    } catch (InvalidPathException impossible) {
      return Reading.bad("a file's path", EXAMPLE);
    }
  }

  /**
   * Makes the folder, so that what is wrong with it is known before anything runs.
   *
   * @throws IOException when the file cannot be written there
   */
  void prepare() throws IOException {
    Files.createDirectories(folder());
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isWritable(folder())) {
      throw new IOException("the folder is not writable");
    }
  }

  /** Replaces the file at once and whole, so that nobody finds half a report. */
  void write(String text) throws IOException {
    var draft = Files.createTempFile(folder(), "." + file.getFileName(), ".part");
    try {
      Files.writeString(draft, text);
      replace(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void replace(Path draft) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path folder() {
    var parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
