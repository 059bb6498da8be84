package parley.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import parley.report.JsonLines;
import parley.store.row.StoredEntry;

/** How a log is written to a file, see {@code ExportFormat}. */
enum Format {
  /** As browsers write it, with their field for messages of a WebSocket. */
  HAR("har", "har"),
  /** One object a line, as {@code parley --format json} writes it. */
  JSON_LINES("jsonl", "jsonl"),
  /** RFC 4180, with a line of names. */
  CSV("csv", "csv"),
  /** To be read by people. */
  TEXT("text", "txt");

  private final String word;
  private final String ending;

  Format(String word, String ending) {
    this.word = word;
    this.ending = ending;
  }

  static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  String ending() {
    return ending;
  }

  void write(Selection rows, OutputStream out, String version) throws IOException {
    switch (this) {
      case HAR -> new Har(rows, out, version).write();
      case JSON_LINES -> rows.each(stored -> line(out, JsonLines.of(stored.entry()), "\n"));
      case CSV -> csv(rows, out);
      case TEXT -> rows.each(stored -> line(out, TextLine.of(stored), "\n"));
    }
  }

  private static void csv(Selection rows, OutputStream out) throws IOException {
    line(out, CsvLine.NAMES, "\r\n");
    rows.each((StoredEntry stored) -> line(out, CsvLine.of(stored), "\r\n"));
  }

  static void line(OutputStream out, String text, String end) throws IOException {
    out.write((text + end).getBytes(StandardCharsets.UTF_8));
  }
}
