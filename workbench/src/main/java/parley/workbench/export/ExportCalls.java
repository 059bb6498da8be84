package parley.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.ByteSize;
import parley.store.HistoryException;
import parley.store.SessionInfo;
import parley.store.SessionLog;
import parley.store.View;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.transport.listen.PageBody;
import parley.workbench.call.Answer;
import parley.workbench.call.BadCall;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.log.Logs;
import parley.workbench.log.Views;
import parley.workbench.server.Downloads;

/** The calls by which the page saves a payload or a log as a file. */
public final class ExportCalls {

  private static final int CHUNK_BYTES = 256 * 1024;

  private final Logs logs;
  private final Views views;
  private final Downloads downloads;
  private final String version;

  /**
   * Makes them.
   *
   * @param version of the program, for files that say who wrote them
   */
  public ExportCalls(Logs logs, Views views, Downloads downloads, String version) {
    this.logs = logs;
    this.views = views;
    this.downloads = downloads;
    this.version = version;
  }

  /** Adds them. */
  public void addTo(Calls calls) {
    calls
        .add("log.save", logs.on((log, with, page) -> save(log, with)))
        .add("log.export", logs.on((log, with, page) -> export(log, with)));
  }

  private Answer save(SessionLog log, With with) {
    return log.row(with.number("position"))
        .filter(row -> row.kind().hasPayload())
        .map(row -> offer(name(log, "-" + row.position() + "." + ending(row)), payload(log, row)))
        .orElseGet(() -> Answer.refuse(Answer.Code.MISSING, "This row has no payload to save."));
  }

  private static String ending(Row row) {
    if (row.kind() != RowKind.TEXT) {
      return "bin";
    }
    var start = row.preview().stripLeading();
    return start.startsWith("{") || start.startsWith("[")
        ? "json"
        : start.startsWith("<") ? "xml" : "txt";
  }

  private static PageBody payload(SessionLog log, Row row) {
    var size = row.payloadBytes();
    return new PageBody.Streamed(ByteSize.of(size), out -> copy(log, row.position(), size, out));
  }

  private static void copy(SessionLog log, long position, long size, OutputStream out)
      throws IOException {
    try {
      for (var at = 0L; at < size; at += CHUNK_BYTES) {
        out.write(log.payload(position, at, CHUNK_BYTES).toArray());
      }
    } catch (HistoryException failure) {
      throw new IOException(failure);
    }
  }

  private Answer export(SessionLog log, With with) {
    var format =
        Format.of(with.text("format"))
            .orElseThrow(() -> new BadCall("there is no format `" + with.text("format") + "`"));
    var view = with.textIfAny("view");
    if (view.isEmpty()) {
      return export(log, null, format);
    }
    return views
        .find(view.get())
        .map(open -> export(log, open.view(), format))
        .orElseGet(
            () -> Answer.refuse(Answer.Code.MISSING, "This filter has ended.", "Filter again."));
  }

  private Answer export(SessionLog log, @Nullable View viewOrNull, Format format) {
    var rows = new Selection(log, viewOrNull);
    return offer(
        name(log, "." + format.ending()),
        new PageBody.Streamed(null, out -> write(rows, format, out)));
  }

  private void write(Selection rows, Format format, OutputStream out) throws IOException {
    try {
      format.write(rows, out, version);
    } catch (HistoryException failure) {
      throw new IOException(failure);
    }
  }

  private Answer offer(String name, PageBody body) {
    return Answer.of(Json.object().put("href", downloads.offer(name, body)).put("name", name));
  }

  /** The conversation's name and when the session began. */
  private String name(SessionLog log, String end) {
    var name = logs.history().session(log.id()).map(ExportCalls::plain).orElse("session");
    var began = log.id().replaceFirst("-\\d{3}-\\d{6}$", "");
    return name + "-" + began + end;
  }

  private static String plain(SessionInfo info) {
    var plain = info.start().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return Optional.of(plain).filter(name -> !name.isBlank()).orElse("session");
  }
}
