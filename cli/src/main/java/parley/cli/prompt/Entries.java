package parley.cli.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.cli.prompt.Transcript.Kept;
import parley.cli.talk.View;
import parley.cli.talk.View.Detail;
import parley.model.transcript.Entry;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.report.Advice;
import parley.report.FailureText;
import parley.report.JsonLines;
import parley.report.Palette;
import parley.report.Redaction;
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
  private final Set<String> retrying = ConcurrentHashMap.newKeySet();
  private final Sink sink;
  private final Voice voice;
  private final Transcript transcript = new Transcript();
  private volatile TranscriptText plain;
  private volatile boolean frames;
  private volatile @Nullable Filter filter;

  /**
   * What is said of connections, and what is never shown.
   *
   * @param labels what stands before an entry of a connection, by its name; for the main one empty
   *     where there is no other
   */
  record Voice(UnaryOperator<String> labels, Supplier<Redaction> redaction) {

    /** Of one connection without secrets. */
    static final Voice PLAIN = new Voice(_ -> "", () -> Redaction.NONE);
  }

  Entries(View view, Sink sink) {
    this(view, Voice.PLAIN, sink);
  }

  Entries(View view, Voice voice, Sink sink) {
    this.view = view;
    this.voice = voice;
    this.sink = sink;
    this.frames = view.frames();
    this.plain =
        TranscriptText.of(view.palette(), ZoneId.systemDefault())
            .withTimes(true)
            .withPayloadBytes(PREVIEW_BYTES);
  }

  /** Keeps and shows an entry of Parley's own. */
  void add(Entry entry) {
    add(new Kept("", entry), 0);
  }

  /** Keeps and shows an entry that came from the connection. */
  void recorded(Entry entry) {
    recorded("", entry);
  }

  /** Keeps and shows an entry that came from the connection of that name. */
  void recorded(String connection, Entry entry) {
    add(new Kept(connection, entry), Transcript.weight(entry));
  }

  private void add(Kept kept, long weight) {
    var clean = new Kept(kept.connection(), clean(kept.entry()));
    transcript.add(clean);
    sink.show(shown(clean), weight);
  }

  /** Without secrets in what is shown in part only. */
  private Entry clean(Entry entry) {
    if (entry instanceof Entry.Unsent(var at, var opcode, var payload, var why)) {
      return new Entry.Unsent(at, opcode, voice.redaction().get().in(payload), why);
    }
    return entry instanceof Entry.Message(var at, var to, var text, var payload, var carriage)
        ? new Entry.Message(at, to, text, voice.redaction().get().in(payload), carriage)
        : entry;
  }

  /** Shows a frame that the user made, unless every frame is shown anyway. */
  void showFrameByHand(Entry.Frame frame) {
    if (!frames) {
      sink.show(plain.of(frame), 0);
    }
  }

  void showText(String lines) {
    sink.show(lines, 0);
  }

  private String shown(Kept kept) {
    var entry = kept.entry();
    if (entry instanceof Entry.Retry) {
      retrying.add(kept.connection());
    } else if (entry instanceof Entry.Opened) {
      retrying.remove(kept.connection());
    } else if ((entry instanceof Entry.Failed || entry instanceof Entry.Refused)
        && retrying.contains(kept.connection())) {
      return ifVerbose(entry, text(kept)); // The line that follows says why it is tried again.
    }
    return voice.redaction().get().in(shown(kept.entry(), text(kept)));
  }

  /** Text with the name of the connection, where there are several. */
  private TranscriptText text(Kept kept) {
    return kept.entry() instanceof Entry.Notice
        ? plain
        : plain.withName(voice.labels().apply(kept.connection()));
  }

  private String shown(Entry entry, TranscriptText text) {
    return switch (entry) {
      case Entry.Message message -> passes(message) ? text.of(written(message)) : "";
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> ifVerbose(entry, text);
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Close _ ->
          ifVerbose(entry, text);
      case Entry.Opened _, Entry.Raw _, Entry.Broken _ -> text.of(entry);
      case Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> text.of(entry);
      case Entry.Ping _, Entry.Pong _ -> view.detail() == Detail.QUIET ? "" : text.of(entry);
      case Entry.Frame _ -> frames ? text.of(entry) : "";
      case Entry.Refused(var _, var attempt) -> FailureText.of(attempt, view.palette());
      case Entry.Failed(var _, var attempt) -> FailureText.of(attempt, view.palette());
      case Entry.Closed(var _, var closure) -> text.of(entry) + advice(Advice.of(closure));
    };
  }

  private String ifVerbose(Entry entry, TranscriptText text) {
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
    var matching = new ArrayList<Kept>();
    for (var kept : transcript.entries()) {
      if (kept.entry() instanceof Entry.Message message && passes(message)) {
        matching.add(kept);
      }
    }
    for (var kept : newest(matching)) {
      sink.show(shown(kept), 0);
    }
    return matching.size()
        + (matching.size() == 1 ? " message" : " messages")
        + " so far; /filter shows all again";
  }

  private static List<Kept> newest(List<Kept> entries) {
    return entries.subList(Math.max(0, entries.size() - SHOWN_AGAIN), entries.size());
  }

  String pretty(boolean on) {
    plain = plain.withPrettyJson(on);
    return on ? "JSON is laid out" : "JSON is shown as it came";
  }

  String frames(boolean on) {
    frames = on;
    return on ? "every frame is shown" : "frames are not shown";
  }

  /** Shows the newest handshake both ways. */
  void showHandshake() {
    showHandshake("");
  }

  /** Shows the newest handshake of a connection. */
  void showHandshake(String connection) {
    var lines = new StringBuilder();
    for (var kept : transcript.entries()) {
      if (kept.connection().equals(connection)) {
        var entry = kept.entry();
        if (entry instanceof Entry.HandshakeSent) {
          lines.setLength(0);
        }
        if (entry instanceof Entry.HandshakeSent || entry instanceof Entry.HandshakeReceived) {
          lines.append(text(kept).of(entry));
        }
      }
    }
    sink.show(voice.redaction().get().in(lines.toString()), 0);
  }

  /** Writes everything kept to a file; what came of it, in a sentence. */
  String save(Path file) {
    var asJson = file.toString().endsWith(".jsonl") || file.toString().endsWith(".json");
    var whole =
        TranscriptText.of(Palette.PLAIN, ZoneId.systemDefault())
            .withTimes(true)
            .withPayloadBytes(Integer.MAX_VALUE);
    var lines = new StringBuilder();
    var kept = transcript.entries();
    for (var one : kept) {
      var label = voice.labels().apply(one.connection());
      lines.append(asJson ? json(one.entry(), label) : whole.withName(label).of(one.entry()));
    }
    try {
      Files.writeString(file, voice.redaction().get().in(lines.toString()));
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

  /** A line that says its connection, where there are several. */
  private static String json(Entry entry, String label) {
    var line = JsonLines.of(entry);
    var name = JsonWriter.write(Value.of(label.strip()));
    return (label.isEmpty() ? line : "{\"connection\":" + name + "," + line.substring(1)) + "\n";
  }
}
