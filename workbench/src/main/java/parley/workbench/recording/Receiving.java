package parley.workbench.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.files.yaml.Value.Items;
import parley.files.yaml.Value.Member;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.workbench.form.AssertEdits;
import parley.workbench.form.PageValues;

/** What a step that receives says of its message: what tells it from others, and what it holds. */
final class Receiving {

  private static final int MAX_CHECKS = 8;
  private static final int MAX_TEXT = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Known known;

  Receiving(Known known) {
    this.known = known;
  }

  /**
   * The parts of the step behind its verb.
   *
   * @param answered the message that it answers, and by which field
   */
  List<Member> members(boolean isText, Bytes payload, Optional<Answered> answered) {
    if (!isText) {
      return List.of(where(new Member("kind", plain("binary"))));
    }
    return JsonReader.read(payload.toText()) instanceof JsonReading.Read(var value)
            && value instanceof Value.Fields(var fields)
        ? fields(fields, answered)
        : text(payload.toText());
  }

  /** A message that was answered. */
  record Answered(String send, String field) {}

  private List<Member> fields(Map<String, Value> fields, Optional<Answered> answered) {
    var telling = AssertEdits.telling(fields);
    var members = new ArrayList<Member>();
    if (telling.isPresent()) {
      members.add(
          where(check("$", telling.get(), Objects.requireNonNull(fields.get(telling.get())))));
    } else if (answered.isEmpty() && !fields.isEmpty()) {
      members.add(where(there(fields.keySet().iterator().next())));
    }
    answered.ifPresent(one ->
        members.add(
            new Member(
                "answers",
                parley.files.yaml.Value.of(
                    new Member("send", parley.files.yaml.Value.text(one.send())),
                    new Member("by", parley.files.yaml.Value.text(path("$", one.field())))))));
    var said = List.of(telling.orElse(""), answered.map(Answered::field).orElse(""));
    var checks = new ArrayList<parley.files.yaml.Value>();
    checks("$", fields, said, checks);
    if (!checks.isEmpty()) {
      members.add(new Member("assert", new Items(checks)));
    }
    return members;
  }

  private static Member there(String name) {
    var exists = parley.files.yaml.Value.of(new Member("exists", plain("true")));
    return new Member(path("$", name), exists);
  }

  private void checks(
      String at,
      Map<String, Value> fields,
      List<String> said,
      List<parley.files.yaml.Value> checks) {
    fields.forEach((name, value) -> {
      if (value instanceof Value.Fields(var inner) && at.equals("$")) {
        checks(path(at, name), inner, List.of(), checks);
      } else if (!said.contains(name) && isWorthACheck(name, value) && checks.size() < MAX_CHECKS) {
        checks.add(parley.files.yaml.Value.of(check(at, name, value)));
      }
    });
  }

  private boolean isWorthACheck(String name, Value value) {
    return value instanceof Value.Text(var text)
        ? text.length() <= MAX_TEXT
            && (!Volatile.is(name, value) || !known.named(text).equals(text))
        : !Volatile.is(name, value);
  }

  private Member check(String at, String name, Value value) {
    return new Member(path(at, name), PageValues.yaml(named(value)));
  }

  private Value named(Value value) {
    return value instanceof Value.Text(var text) ? Value.of(known.named(text)) : value;
  }

  private static String path(String at, String name) {
    return NAME.matcher(name).matches()
        ? at + "." + name
        : at + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  private List<Member> text(String text) {
    return text.isBlank() || text.length() > MAX_TEXT || Volatile.is("", Value.of(text))
        ? List.of()
        : List.of(where(new Member("text", parley.files.yaml.Value.text(known.named(text)))));
  }

  private static Member where(Member one) {
    return new Member("where", parley.files.yaml.Value.of(one));
  }

  private static parley.files.yaml.Value plain(String text) {
    return parley.files.yaml.Value.plain(text);
  }
}
