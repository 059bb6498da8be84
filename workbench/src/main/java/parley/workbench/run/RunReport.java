package parley.workbench.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.model.outcome.RunOutcome;
import parley.report.file.CtrfReport;
import parley.report.file.HtmlReport;
import parley.report.file.JsonReport;
import parley.report.test.JUnitXml;
import parley.report.test.Look;

/** The kinds of files that tell of a run, as {@code parley run --report} writes them. */
enum RunReport {
  HTML("html"),
  JUNIT("xml"),
  JSON("json"),
  CTRF("ctrf.json");

  private final String ending;

  RunReport(String ending) {
    this.ending = ending;
  }

  /** The one that the page calls so. */
  static Optional<RunReport> of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  String ending() {
    return ending;
  }

  /** Writes all of it. */
  void write(RunOutcome run, Look look, OutputStream to) throws IOException {
    var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    switch (this) {
      case HTML -> HtmlReport.write(run, look, out);
      case JUNIT -> JUnitXml.write(run, look, out);
      case JSON -> JsonReport.write(run, look, out);
      case CTRF -> CtrfReport.write(run, look, out);
    }
    out.flush();
  }
}
