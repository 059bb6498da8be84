package parley.cli.talk;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import parley.cli.talk.View.Detail;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Closure;
import parley.protocol.frame.Bytes;
import parley.report.Advice;
import parley.report.FailureText;
import parley.report.JsonLines;
import parley.report.Palette.Ink;
import parley.report.Redaction;
import parley.report.TranscriptText;
import parley.report.Visible;

/** Puts each entry where it belongs: messages on standard output, all else on standard error. */
final class Printer {

  private final View view;
  private final ZoneId zone;
  private final TranscriptText text;
  private final Redaction redaction;
  private final Output output;

  /** A lost connection is tried again: what comes of a try stands in the line that follows it. */
  private boolean retrying;

  Printer(View view, ZoneId zone, Redaction redaction, Output output) {
    this.view = view;
    this.zone = zone;
    this.redaction = redaction;
    this.output = output;
    this.text = TranscriptText.of(view.palette(), zone).withTimes(view.timestamps());
  }

  /** What an entry weighs until it is written, in bytes. */
  static long weight(Entry entry) {
    return entry instanceof Entry.Message message ? message.payload().size() + 64 : 64;
  }

  void print(Entry entry) {
    if (view.json()) {
      output.out(Bytes.utf8(redaction.in(JsonLines.of(entry)) + "\n"));
      output.err(redaction.in(failure(entry)));
    } else if (entry instanceof Entry.Message message
        && message.direction() == Direction.RECEIVED) {
      output.out(written(message));
    } else {
      retrying = entry instanceof Entry.Retry || (retrying && !(entry instanceof Entry.Opened));
      output.err(redaction.in(aside(entry)));
    }
  }

  private Bytes written(Entry.Message message) {
    var out = new ByteArrayOutputStream(message.payload().size() + 32);
    if (view.timestamps()) {
      out.writeBytes(
          (TranscriptText.clock(message.at(), zone) + " ")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    out.writeBytes(payload(message).toArray());
    out.writeBytes(view.separator().bytes().toArray());
    return Bytes.of(out.toByteArray());
  }

  private Bytes payload(Entry.Message message) {
    var payload = view.notation().write(message.payload());
    return view.outIsTerminal() ? Bytes.utf8(safe(payload)) : payload;
  }

  private static String safe(Bytes payload) {
    return payload.isUtf8() ? Visible.text(payload) : Visible.preview(payload, 1 << 16);
  }

  private String aside(Entry entry) {
    return switch (entry) {
      case Entry.Refused _, Entry.Failed _ -> retrying ? ifVerbose(entry) : failure(entry);
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Opened _ -> ifVerbose(entry);
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> ifVerbose(entry);
      case Entry.Ping _, Entry.Pong _, Entry.Close _ -> view.frames() ? "" : ifVerbose(entry);
      case Entry.Message _ -> "";
      case Entry.Frame _, Entry.Raw _ -> view.frames() ? text.of(entry) : "";
      case Entry.Closed(var _, var closure) ->
          isNews(closure) ? text.of(entry) + advice(closure) : ifVerbose(entry);
      case Entry.Broken _, Entry.Unsent _, Entry.Notice _, Entry.Retry _ ->
          view.detail() == Detail.QUIET ? "" : text.of(entry);
    };
  }

  private String ifVerbose(Entry entry) {
    return view.detail() == Detail.VERBOSE ? text.of(entry) : "";
  }

  private String failure(Entry entry) {
    return switch (entry) {
      case Entry.Refused(var _, var attempt) -> FailureText.of(attempt, view.palette());
      case Entry.Failed(var _, var attempt) -> FailureText.of(attempt, view.palette());
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Opened _ -> "";
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Message _ -> "";
      case Entry.Frame _, Entry.Raw _, Entry.Ping _, Entry.Pong _, Entry.Close _ -> "";
      case Entry.Broken _, Entry.Unsent _, Entry.Closed _, Entry.Notice _, Entry.Retry _ -> "";
    };
  }

  /** Whether an end deserves a line although nobody asked for details. */
  private boolean isNews(Closure closure) {
    var normal = Outcomes.isNormal(closure.code());
    var asAsked = closure.isClean() && (normal || closure.initiator() == Closure.Initiator.LOCAL);
    return !asAsked && view.detail() != Detail.QUIET;
  }

  private static String advice(Closure closure) {
    return Advice.of(closure).map(line -> "  try    " + line + "\n").orElse("");
  }

  /** Says something in Parley's own name. */
  void complain(String problem) {
    output.err(
        view.palette().paint(Ink.BAD, "parley: ") + Visible.line(redaction.in(problem)) + "\n");
  }
}
