package parley.cli.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.cli.talk.View;
import parley.cli.talk.View.Detail;
import parley.model.transcript.Entry;
import parley.report.Advice;
import parley.report.FailureText;
import parley.report.JsonLines;
import parley.report.Palette;
import parley.report.TranscriptText;

/** Keeps what happened and decides what of it is shown, and how. Any thread. */
final class Entries {

  private static final int PREVIEW_BYTES = 32;
  private static final int SHOWN_AGAIN = 20;

  /** Where text goes. */
  interface Sink {

    /** Shows {@code text}, which may be empty; {@code weight} is told when it is on the screen. */
    void show(String text, long weight);
  }

  private final View view;
  private final Sink sink;
  private final Transcript transcript = new Transcript();
  private volatile TranscriptText text;
  private volatile boolean frames;
  private volatile @Nullable Filter filter;

  Entries(View view, Sink sink) {
    this.view = view;
    this.sink = sink;
    this.frames = view.frames();
    this.text =
        TranscriptText.of(view.palette(), ZoneId.systemDefault())
            .withTimes(true)
            .withPayloadBytes(PREVIEW_BYTES);
  }

  /** Keeps and shows an entry of Parley's own. */
  void add(Entry entry) {
    transcript.add(entry);
    sink.show(shown(entry), 0);
  }

  /** Keeps and shows an entry that came from the connection. */
  void recorded(Entry entry) {
    transcript.add(entry);
    sink.show(shown(entry), Transcript.weight(entry));
  }

  /** Shows a frame that the user made, unless every frame is shown anyway. */
  void showFrameByHand(Entry.Frame frame) {
    if (!frames) {
      sink.show(text.of(frame), 0);
    }
  }

  void showText(String lines) {
    sink.show(lines, 0);
  }

  private String shown(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> passes(message) ? text.of(written(message)) : "";
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> ifVerbose(entry);
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Close _ -> ifVerbose(entry);
      case Entry.Opened _, Entry.Raw _, Entry.Broken _, Entry.Notice _ -> text.of(entry);
      case Entry.Ping _, Entry.Pong _ -> view.detail() == Detail.QUIET ? "" : text.of(entry);
      case Entry.Frame _ -> frames ? text.of(entry) : "";
      case Entry.Refused(var _, var attempt) -> FailureText.of(attempt, view.palette());
      case Entry.Failed(var _, var attempt) -> FailureText.of(attempt, view.palette());
      case Entry.Closed(var _, var closure) -> text.of(entry) + advice(Advice.of(closure));
    };
  }

  private String ifVerbose(Entry entry) {
    return view.detail() == Detail.VERBOSE ? text.of(entry) : "";
  }

  private String advice(Optional<String> line) {
    return line.map(
            found -> view.palette().paint(Palette.Ink.FAINT, "             * " + found) + "\n")
        .orElse("");
  }

  private boolean passes(Entry.Message message) {
    var chosen = filter;
    return chosen == null || chosen.passes(message.payload());
  }

  /** In hex or base64 when the command line asked for it. */
  private Entry.Message written(Entry.Message message) {
    return switch (view.notation()) {
      case PLAIN, ESCAPED -> message;
      case HEX, BASE64 ->
          new Entry.Message(
              message.at(),
              message.direction(),
              true,
              view.notation().write(message.payload()),
              message.carriage());
    };
  }

  /** Chooses what is shown from now on, and shows the newest of the past again. */
  String showOnly(Optional<Filter> chosen) {
    filter = chosen.orElse(null);
    if (chosen.isEmpty()) {
      return "all messages are shown again";
    }
    var matching = new ArrayList<Entry>();
    for (var entry : transcript.entries()) {
      if (entry instanceof Entry.Message message && passes(message)) {
        matching.add(message);
      }
    }
    for (var entry : newest(matching)) {
      sink.show(shown(entry), 0);
    }
    return matching.size()
        + (matching.size() == 1 ? " message" : " messages")
        + " so far; /filter shows all again";
  }

  private static List<Entry> newest(List<Entry> entries) {
    return entries.subList(Math.max(0, entries.size() - SHOWN_AGAIN), entries.size());
  }

  String pretty(boolean on) {
    text = text.withPrettyJson(on);
    return on ? "JSON is laid out" : "JSON is shown as it came";
  }

  String frames(boolean on) {
    frames = on;
    return on ? "every frame is shown" : "frames are not shown";
  }

  /** Shows the newest handshake both ways. */
  void showHandshake() {
    var lines = new StringBuilder();
    for (var entry : transcript.entries()) {
      if (entry instanceof Entry.HandshakeSent) {
        lines.setLength(0);
      }
      if (entry instanceof Entry.HandshakeSent || entry instanceof Entry.HandshakeReceived) {
        lines.append(text.of(entry));
      }
    }
    sink.show(lines.toString(), 0);
  }

  /** Writes everything kept to a file; what came of it, in a sentence. */
  String save(Path file) {
    var asJson = file.toString().endsWith(".jsonl") || file.toString().endsWith(".json");
    var plain =
        TranscriptText.of(Palette.PLAIN, ZoneId.systemDefault())
            .withTimes(true)
            .withPayloadBytes(Integer.MAX_VALUE);
    var lines = new StringBuilder();
    var kept = transcript.entries();
    for (var entry : kept) {
      lines.append(asJson ? JsonLines.of(entry) + "\n" : plain.of(entry));
    }
    try {
      Files.writeString(file, lines);
    } catch (IOException unwritable) {
      return "cannot write " + file + ": is the folder there, and may you write to it?";
    }
    var lost = transcript.dropped();
    return "saved "
        + kept.size()
        + " entries to "
        + file
        + (lost == 0 ? "" : "; the oldest " + lost + " were no longer kept");
  }
}
