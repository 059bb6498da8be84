package parley.script;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.HandshakeChange;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * The only way out of a script: takes what it tells, as texts, and no more than its limits. What
 * comes back is a text, null, or why it was refused.
 */
final class Desk implements ProxyExecutable {

  /** How many checks, messages and lines a script may tell, each. */
  static final int MAX_COUNT = 1000;

  /** How much it may set and send in all. */
  static final ByteSize MAX_SIZE = ByteSize.ofMegabytes(16);

  private static final int MAX_LINE = 4000;
  private static final Pattern PLACE = Pattern.compile("\\b" + Execution.NAME + ":(\\d+):(\\d+)");

  private final ScriptCall call;
  private final TaggedNumbers numbers;
  private final Map<String, parley.model.value.Value> set = new LinkedHashMap<>();
  private final List<ScriptAnswer.Sent> sends = new ArrayList<>();
  private final List<CheckOutcome> checks = new ArrayList<>();
  private final Map<String, CheckOutcome> open = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, parley.model.value.Value> headers = new LinkedHashMap<>();
  private final Map<String, parley.model.value.Value> params = new LinkedHashMap<>();
  private @Nullable String url;
  private @Nullable String fault;
  private @Nullable Position thrownAt;
  private long size;
  private boolean printedTooMuch;

  Desk(ScriptCall call, TaggedNumbers numbers) {
    this.call = call;
    this.numbers = numbers;
  }

  @Override
  public @Nullable Object execute(Value... words) {
    var text = new @Nullable String[words.length];
    for (var i = 0; i < words.length; i++) {
      text[i] = words[i].isString() ? words[i].asString() : null;
    }
    return take(text);
  }

  private static String word(@Nullable String[] words, int index) {
    var word = index < words.length ? words[index] : null;
    return word == null ? "" : word;
  }

  private @Nullable String take(@Nullable String[] words) {
    return switch (word(words, 0)) {
      case "get" -> get(word(words, 1));
      case "json" -> json(word(words, 1));
      case "set" -> set(word(words, 1), word(words, 2));
      case "send" -> send(words[1], word(words, 2), word(words, 3));
      case "open" -> open(word(words, 1), word(words, 2), word(words, 3));
      case "check" -> check(words);
      case "log" -> log(word(words, 1));
      case "url" -> change(word(words, 1));
      case "header" -> change(headers, word(words, 1), words[2]);
      case "param" -> change(params, word(words, 1), words[2]);
      case "thrown" -> thrown(word(words, 1), word(words, 2));
      case String other -> throw new IllegalStateException("the prelude knows better: " + other);
    };
  }

  private @Nullable String get(String name) {
    var value = set.containsKey(name) ? set.get(name) : call.variables().get(name);
    return value == null ? null : numbers.write(value);
  }

  private @Nullable String json(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(var value)
        ? numbers.write(value)
        : null;
  }

  private @Nullable String set(String name, String json) {
    if (!call.names().contains(name)) {
      return "there is no variable %s here: name it under `variables`, or write the name out in vars.set(\"%s\", ...)"
          .formatted(name, name);
    }
    if (isTooMuch(json)) {
      return tooMuch();
    }
    var value = numbers.read(json);
    value.ifPresent(one -> set.put(name, one));
    return value.isPresent() ? null : "the value of " + name + " has a number that is too large";
  }

  private boolean isTooMuch(String text) {
    size += text.length();
    return size > MAX_SIZE.bytes();
  }

  private static String tooMuch() {
    return "a script may set and send " + MAX_SIZE + " in all, and this is more";
  }

  private @Nullable String send(@Nullable String connection, String kind, String what) {
    if (isTooMuch(what)) {
      return tooMuch();
    }
    if (sends.size() == MAX_COUNT) {
      return "a script may send " + MAX_COUNT + " messages, and this is one more";
    }
    sends.add(
        new ScriptAnswer.Sent(
            connection,
            switch (kind) {
              case "binary" -> Outgoing.binary(Bytes.of(HexFormat.of().parseHex(what)));
              case "json" -> Outgoing.text(untagged(what));
              case String _ -> Outgoing.text(what);
            }));
    return null;
  }

  /** The numbers as they are, and everything else as it was written. */
  private String untagged(String json) {
    return json.contains(numbers.tag())
        ? numbers.read(json).map(parley.model.value.JsonWriter::write).orElse(json)
        : json;
  }

  /** A test has begun, whose check comes later. */
  private @Nullable String open(String number, String title, String stack) {
    if (hasRoom()) {
      open.put(
          number,
          new CheckOutcome(
              place(stack), title, "a test that ends", "no end", CheckOutcome.Verdict.BROKEN));
    }
    return null;
  }

  private @Nullable String check(@Nullable String[] words) {
    open.remove(word(words, 6));
    if (hasRoom()) {
      checks.add(
          new CheckOutcome(
              place(word(words, 5)),
              word(words, 1),
              word(words, 3),
              word(words, 4),
              CheckOutcome.Verdict.valueOf(word(words, 2))));
    }
    return null;
  }

  private boolean hasRoom() {
    var room = checks.size() + open.size() < MAX_COUNT;
    if (!room) {
      fault("the script has more than its limit of " + MAX_COUNT + " checks");
    }
    return room;
  }

  private @Nullable String log(String line) {
    if (lines.size() < MAX_COUNT && !isTooMuch(line)) {
      lines.add(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "..." : line);
    } else if (!printedTooMuch) {
      printedTooMuch = true;
      lines.add("the script prints more than its limit; the rest is left out");
      fault("the script prints more than its limit of " + MAX_COUNT + " lines and " + MAX_SIZE);
    }
    return null;
  }

  private @Nullable String change(String other) {
    url = other;
    return null;
  }

  private static @Nullable String change(
      Map<String, parley.model.value.Value> all, String name, @Nullable String value) {
    if (all.size() == MAX_COUNT) {
      return "a handshake has at most " + MAX_COUNT + " changes, and this is one more";
    }
    all.put(
        name, value == null ? parley.model.value.Value.NULL : parley.model.value.Value.of(value));
    return null;
  }

  private @Nullable String thrown(String what, String stack) {
    fault(place(stack), what);
    return null;
  }

  /** Where an exception that comes next was thrown. */
  void thrownAt(@Nullable Position place) {
    thrownAt = place;
  }

  private Position place(String stack) {
    if (thrownAt != null) {
      return thrownAt;
    }
    var found = PLACE.matcher(stack);
    return found.find()
        ? call.script().place(number(found.group(1)), number(found.group(2)))
        : call.script().source().at();
  }

  private static int number(String digits) {
    return digits.length() > 8 ? 1 : Integer.parseInt(digits);
  }

  /** It broke off there. */
  void fault(Position at, String what) {
    fault("line %d of %s: %s".formatted(at.line(), at.file().getFileName(), what));
  }

  /** It broke off. */
  void fault(String what) {
    fault = what;
  }

  /** All that it told; a test that has not ended by now never will. */
  ScriptAnswer answer() {
    var all = new ArrayList<>(checks);
    all.addAll(open.values());
    return new ScriptAnswer(
        set, sends, all, lines, new HandshakeChange(url, headers, params), fault);
  }
}
