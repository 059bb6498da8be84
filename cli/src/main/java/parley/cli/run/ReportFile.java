package parley.cli.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import parley.files.format.FileKind;

/** A report that goes into a file. */
record ReportFile(Kind kind, Path file) implements ReportChoice {

  /** The kinds of reports. */
  enum Kind {
    JUNIT("reports/parley.xml"),
    HTML("reports/parley.html"),
    JSON("reports/parley.json"),
    CTRF("reports/parley.ctrf.json");

    private final String usualFile;

    Kind(String usualFile) {
      this.usualFile = usualFile;
    }

    /** As the command line has it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Where it goes when no file is named. */
    String usualFile() {
      return usualFile;
    }
  }

  /** Writes a text of any length. */
  interface Writing {
    void to(Appendable out) throws IOException;
  }

  /**
   * Makes the folder, so that what is wrong with it is known before anything runs.
   *
   * @throws IOException when the file cannot be written there
   */
  void prepare() throws IOException {
    if (isOfCollection()) {
      throw new IOException("it is the name of a file of a collection, which it would replace");
    }
    Files.createDirectories(folder());
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isWritable(folder())) {
      throw new IOException("the folder is not writable");
    }
  }

  private boolean isOfCollection() {
    return FileKind.of(file.toAbsolutePath().normalize()).isPresent()
        || String.valueOf(file.getFileName()).startsWith(".env");
  }

  /** Replaces the file at once and whole, so that nobody finds half a report. */
  void write(Writing report) throws IOException {
    var draft = folder().resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (var out =
          new BufferedWriter(utf8(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW)))) {
        report.to(out);
      }
      replace(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Which writes a question mark where a text has half a character. */
  private static Writer utf8(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
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
