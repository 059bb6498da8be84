package parley.workbench.recording;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import parley.model.collection.Conversation;
import parley.model.transcript.Entry;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.store.SessionLog;
import parley.store.row.EntryRecord;
import parley.workbench.call.Answer;
import parley.workbench.call.BadCall;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;
import parley.workbench.collection.VariableScope;
import parley.workbench.log.Logs;
import parley.workbench.talk.Talks;

/** The call {@code step.record}: the steps that rows of a log would be. Nothing is written. */
public final class RecordingCalls {

  private static final int MAX_ROWS = 5000;

  /** Rows that nobody chose and are shown to be chosen. */
  private static final int MAX_OTHERS = 200;

  private static final int MAX_TITLE = 160;

  private final OpenFolder folder;
  private final Logs logs;
  private final Talks talks;

  public RecordingCalls(OpenFolder folder, Logs logs, Talks talks) {
    this.folder = folder;
    this.logs = logs;
    this.talks = talks;
  }

  public void addTo(Calls calls) {
    calls.add("step.record", (with, _) -> answer(with));
  }

  private Answer answer(With with) {
    return switch (folder.place(with.text("key"))) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) ->
          logs.on(with.text("session"), log -> answer(log, known(path, with.text("key")), with));
    };
  }

  private Known known(Path path, String key) {
    var workspace = folder.workspace(path);
    var conversation = workspace.conversation(path);
    var variables = new LinkedHashMap<String, String>();
    VariableScope.of(path, folder)
        .forEach(one -> one.value().ifPresent(value -> put(variables, one.name(), value)));
    var secrets = workspace.given(Map.of()).secrets();
    talks
        .variables(key)
        .forEach((name, value) -> {
          if (!secrets.containsKey(name)) {
            put(variables, name, text(value));
          }
        });
    var messages = conversation.map(Conversation::messages).orElse(List.of());
    return new Known(messages, variables, secrets);
  }

  private static void put(Map<String, String> variables, String name, String value) {
    var isWord = Set.of("", "true", "false", "null").contains(value);
    if (!isWord && !name.contains(".") && !value.contains("{{")) {
      variables.put(name, value);
    }
  }

  private static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.write(value);
  }

  private static Answer answer(SessionLog log, Known known, With with) {
    var rows = rows(log, with);
    var candidates = Recording.candidates(rows, known);
    var chosen = with.has("chosen") ? positions(with) : suggested(candidates);
    var made =
        Recording.of(rows.stream().filter(one -> chosen.contains(one.position())).toList(), known)
            .stream()
            .collect(toMap(Made::position, one -> one));
    var byPosition = rows.stream().collect(toMap(Recording.Row::position, one -> one));
    var steps = new ArrayList<Value>();
    var others = 0;
    for (var position : candidates.keySet()) {
      if (chosen.contains(position) || others++ < MAX_OTHERS) {
        var row = Objects.requireNonNull(byPosition.get(position));
        steps.add(step(row, Optional.ofNullable(made.get(position))));
      }
    }
    return Answer.of(
        Json.object().put("steps", Value.of(steps)).put("more", Math.max(0, others - MAX_OTHERS)));
  }

  private static List<Recording.Row> rows(SessionLog log, With with) {
    var from = with.number("from");
    var to = with.has("to") ? with.number("to") : log.size();
    var rows = new ArrayList<Recording.Row>();
    log.read(
        Math.max(0, from),
        Math.min(to, from + MAX_ROWS),
        stored ->
            rows.add(new Recording.Row(stored.position(), stored.connection(), stored.entry())));
    return rows;
  }

  private static Set<Long> positions(With with) {
    var all = new HashSet<Long>();
    for (var one : with.list("chosen")) {
      if (!(one instanceof Decimal number)) {
        throw new BadCall("`chosen` is not a list of positions");
      }
      all.add(Long.valueOf(number.text()));
    }
    return all;
  }

  private static Set<Long> suggested(Map<Long, Boolean> candidates) {
    var all = new LinkedHashSet<Long>();
    candidates.forEach((position, isSuggested) -> {
      if (isSuggested) {
        all.add(position);
      }
    });
    return all;
  }

  private static Value step(Recording.Row row, Optional<Made> made) {
    var json =
        Json.object()
            .put("position", row.position())
            .put("kind", kind(row.entry()))
            .put("title", title(row.entry()))
            .put("chosen", made.isPresent());
    made.ifPresent(one -> json.put("verb", one.verb()).put("text", one.text()));
    return json.value();
  }

  private static String kind(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.direction().name().toLowerCase(Locale.ROOT);
      case Entry.Ping _ -> "ping";
      case Entry.Close _ -> "close";
      case Entry.Opened _, Entry.Refused _ -> "connect";
      case Entry.Pong _, Entry.Frame _, Entry.Raw _, Entry.Phase _, Entry.Tried _ -> "";
      case Entry.Secured _, Entry.HandshakeSent _, Entry.HandshakeReceived _ -> "";
      case Entry.Failed _, Entry.Broken _, Entry.Closed _ -> "";
      case Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> "";
    };
  }

  private static String title(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> line(message.text(), message);
      case Entry.Ping ping -> line(ping.payload().isUtf8(), ping);
      case Entry.Close close ->
          (close.status().code().value() + " " + close.status().reason().toText()).strip();
      case Entry.Opened _, Entry.Refused _ -> "";
      case Entry.Pong _, Entry.Frame _, Entry.Raw _, Entry.Phase _, Entry.Tried _ -> "";
      case Entry.Secured _, Entry.HandshakeSent _, Entry.HandshakeReceived _ -> "";
      case Entry.Failed _, Entry.Broken _, Entry.Closed _ -> "";
      case Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> "";
    };
  }

  private static String line(boolean isText, Entry entry) {
    var payload = EntryRecord.payload(entry);
    var head = payload.slice(0, Math.min(payload.size(), MAX_TITLE));
    return isText ? head.toText().replaceAll("\\s+", " ") : head.toHex();
  }
}
