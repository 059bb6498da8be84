package parley.workbench.recording;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.files.yaml.Value.Member;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;
import parley.workbench.form.AssertEdits;
import parley.workbench.form.PageValues;
import parley.workbench.recording.Receiving.Answered;

/**
 * Makes steps of rows: sends by their saved messages, received messages by what tells them from
 * others and by what they answer, without values that are others at the next time.
 */
final class Recording {

  private static final int MAX_HEX_BYTES = 64;

  /** A row of a log. */
  record Row(long position, String connection, Entry entry) {}

  private final Known known;
  private final SavedMatch saved;
  private final Receiving receiving;
  private final List<Sent> sent = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> closing = new HashSet<>();
  private final Map<Long, Answered> answers = new HashMap<>();
  private final Map<String, Long> inline = new HashMap<>(); // rows by the ids that they would have
  private final Map<Long, String> named = new HashMap<>(); // ids that others name, by their rows

  private Recording(Known known) {
    this.known = known;
    saved = new SavedMatch(known);
    receiving = new Receiving(known);
  }

  /** A step of each row that can be one, in their order. */
  static List<Made> of(List<Row> rows, Known known) {
    var recording = new Recording(known);
    var steps = new ArrayList<Made>();
    var texts = recording.members(rows);
    texts.forEach((row, members) -> steps.add(recording.made(row, members)));
    return steps;
  }

  /** The rows that can be steps: whether a person did it, or it answers what a person sent. */
  static Map<Long, Boolean> candidates(List<Row> rows, Known known) {
    var recording = new Recording(known);
    var found = new LinkedHashMap<Long, Boolean>();
    recording
        .members(rows)
        .forEach((row, _) ->
            found.put(
                row.position(),
                !isReceived(row.entry()) || recording.answers.containsKey(row.position())));
    return found;
  }

  private static boolean isReceived(Entry entry) {
    return entry instanceof Entry.Message message && message.direction() == Direction.RECEIVED;
  }

  private Map<Row, List<Member>> members(List<Row> rows) {
    var all = new LinkedHashMap<Row, List<Member>>();
    for (var row : rows) {
      var members = members(row);
      if (!members.isEmpty()) {
        all.put(row, members);
      }
    }
    return all;
  }

  private Made made(Row row, List<Member> members) {
    var all = new ArrayList<>(members);
    var isConnect = all.getFirst().key().equals("connect");
    if (!row.connection().isEmpty() && !isConnect) {
      all.add(1, new Member("on", parley.files.yaml.Value.text(row.connection())));
    }
    Optional.ofNullable(named.get(row.position()))
        .ifPresent(id -> all.add(1, new Member("id", parley.files.yaml.Value.plain(id))));
    return new Made(row.position(), all.getFirst().key(), StepText.of(all));
  }

  private List<Member> members(Row row) {
    return switch (row.entry()) {
      case Entry.Opened _ -> List.of(connect(row));
      case Entry.Refused refused -> List.of(connect(row), refused(refused));
      case Entry.Message message ->
          message.direction() == Direction.SENT ? sent(row, message) : received(row, message);
      case Entry.Ping ping ->
          ping.direction() == Direction.SENT ? List.of(ping(ping.payload())) : List.of();
      case Entry.Close close -> close(row, close);
      case Entry.Pong _, Entry.Frame _, Entry.Raw _, Entry.Phase _, Entry.Tried _ -> List.of();
      case Entry.Secured _, Entry.HandshakeSent _, Entry.HandshakeReceived _ -> List.of();
      case Entry.Failed _, Entry.Broken _, Entry.Closed _ -> List.of();
      case Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> List.of();
    };
  }

  private Member connect(Row row) {
    closing.remove(row.connection());
    return new Member(
        "connect",
        parley.files.yaml.Value.plain(row.connection().isEmpty() ? "" : row.connection()));
  }

  private static Member refused(Entry.Refused refused) {
    var status = parley.files.yaml.Value.plain(String.valueOf(refused.attempt().answer().status()));
    return new Member("expect", parley.files.yaml.Value.of(new Member("status", status)));
  }

  private static Member ping(Bytes payload) {
    return new Member(
        "ping",
        payload.isUtf8() && !payload.isEmpty()
            ? parley.files.yaml.Value.text(payload.toText().replace("{{", "\\{{"))
            : parley.files.yaml.Value.plain(""));
  }

  /** The first Close frame says who began. */
  private List<Member> close(Row row, Entry.Close close) {
    if (!closing.add(row.connection())) {
      return List.of();
    }
    var members = new ArrayList<Member>(status(close.status()));
    var isOurs = close.direction() == Direction.SENT;
    if (!isOurs) {
      members.add(new Member("by", parley.files.yaml.Value.plain("server")));
    }
    return List.of(
        new Member(
            isOurs ? "close" : "closed",
            members.isEmpty()
                ? parley.files.yaml.Value.plain("")
                : new parley.files.yaml.Value.Members(members)));
  }

  private List<Member> status(CloseStatus status) {
    var members = new ArrayList<Member>();
    if (!status.code().equals(CloseCode.NO_STATUS)) {
      var code = String.valueOf(status.code().value());
      members.add(new Member("code", parley.files.yaml.Value.plain(code)));
    }
    if (!status.reason().isEmpty()) {
      var reason = known.named(status.reason().toText());
      members.add(new Member("reason", parley.files.yaml.Value.text(reason)));
    }
    return members;
  }

  private List<Member> sent(Row row, Entry.Message message) {
    var name = saved.find(message.text(), message.payload());
    var fields = fields(message);
    if (name.isPresent()) {
      sent.add(new Sent(row.connection(), name.get(), fields));
      return List.of(new Member("send", parley.files.yaml.Value.text(name.get())));
    }
    var id = unused(fields);
    sent.add(new Sent(row.connection(), id, fields));
    inline.put(id, row.position());
    return List.of(new Member("send", inline(message)));
  }

  private static Map<String, Value> fields(Entry.Message message) {
    return message.text()
            && JsonReader.read(message.payload().toText()) instanceof JsonReading.Read(var value)
            && value instanceof Value.Fields(var fields)
        ? fields
        : Map.of();
  }

  private String unused(Map<String, Value> fields) {
    var telling =
        AssertEdits.telling(fields)
            .map(fields::get)
            .map(value -> value instanceof Value.Text(var text) ? text : "")
            .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
            .map(text -> text.replaceAll("^[^a-z]+|-$", ""))
            .filter(text -> !text.isEmpty())
            .orElse("request");
    var id = telling;
    for (var number = 2; !ids.add(id); number++) {
      id = telling + "-" + number;
    }
    return id;
  }

  private parley.files.yaml.Value inline(Entry.Message message) {
    if (!message.text()) {
      var payload = message.payload();
      return payload.size() <= MAX_HEX_BYTES
          ? one("hex", parley.files.yaml.Value.quoted(payload.toHex()))
          : one(
              "base64",
              parley.files.yaml.Value.text(Base64.getEncoder().encodeToString(payload.toArray())));
    }
    var text = message.payload().toText();
    return JsonReader.read(text) instanceof JsonReading.Read(var value) && isShaped(value)
        ? one("json", PageValues.yaml(named(value)))
        : one("text", parley.files.yaml.Value.text(known.named(text)));
  }

  private static boolean isShaped(Value value) {
    return switch (value) {
      case Value.Fields(var all) -> !all.isEmpty();
      case Value.Items(var all) -> !all.isEmpty();
      case Value.Null _, Value.Bool _, Decimal _, Value.Text _ -> false;
    };
  }

  private static parley.files.yaml.Value one(String key, parley.files.yaml.Value value) {
    return parley.files.yaml.Value.of(new Member(key, value));
  }

  private Value named(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Value.of(known.named(text));
      case Value.Items(var all) -> Value.of(all.stream().map(this::named).toList());
      case Value.Fields(var all) -> {
        var named = new LinkedHashMap<String, Value>();
        all.forEach((name, one) -> named.put(name.replace("{{", "\\{{"), named(one)));
        yield Value.of(named);
      }
      case Value.Null _, Value.Bool _, Decimal _ -> value;
    };
  }

  private List<Member> received(Row row, Entry.Message message) {
    var answered = answered(row, fields(message));
    answered.ifPresent(one -> {
      answers.put(row.position(), one);
      Optional.ofNullable(inline.get(one.send())).ifPresent(at -> named.put(at, one.send()));
    });
    var members = new ArrayList<Member>();
    members.add(new Member("receive", parley.files.yaml.Value.plain("")));
    members.addAll(receiving.members(message.text(), message.payload(), answered));
    return members;
  }

  /** Each sent message is answered once, the newest first. */
  private Optional<Answered> answered(Row row, Map<String, Value> fields) {
    for (var one : sent.reversed()) {
      var by = one.answeredBy(fields);
      if (one.connection().equals(row.connection()) && by.isPresent()) {
        sent.remove(one);
        return Optional.of(new Answered(one.name(), by.get()));
      }
    }
    return Optional.empty();
  }
}
