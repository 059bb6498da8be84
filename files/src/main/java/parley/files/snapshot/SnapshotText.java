package parley.files.snapshot;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import parley.files.yaml.Layout;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.model.snapshot.Ignored;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.protocol.frame.Bytes;

/** Writes a snapshot as a new file. */
public final class SnapshotText {

  private static final int LONGEST_HEX = 32;

  private SnapshotText() {}

  /** The text of the file. */
  public static String of(Snapshot snapshot) {
    var head =
        """
        # What %s received when it was recorded. `parley run` compares with it;
        # `parley run --update` accepts what is different, and keeps masks and comments.
        """
            .formatted(Snapshot.conversationOf(snapshot.file()).getFileName());
    return head + text(before(snapshot)) + masks(snapshot) + text(after(snapshot));
  }

  private static String text(List<Member> members) {
    return members.isEmpty() ? "" : Layout.file(new Value.Members(members));
  }

  private static List<Member> before(Snapshot snapshot) {
    var members = new ArrayList<Member>();
    if (!(snapshot.order() instanceof Order.AsReceived)) {
      members.add(new Member("order", order(snapshot.order())));
    }
    if (snapshot.more()) {
      members.add(new Member("more", Value.plain("true")));
    }
    return members;
  }

  /** Each on a line of its own, as people look at them one by one. */
  private static String masks(Snapshot snapshot) {
    var lines = new StringBuilder();
    for (var mask : snapshot.masks()) {
      var one = new Member(mask.subject().text(), rule(mask.rule()));
      lines.append("  ").append(text(List.of(one)));
    }
    return lines.isEmpty() ? "" : "masks:\n" + lines;
  }

  private static List<Member> after(Snapshot snapshot) {
    var members = new ArrayList<Member>();
    if (!snapshot.ignored().isEmpty()) {
      members.add(
          new Member(
              "ignore",
              new Value.Items(snapshot.ignored().stream().map(SnapshotText::ignored).toList())));
    }
    members.addAll(recordings(snapshot));
    return members;
  }

  private static List<Member> recordings(Snapshot snapshot) {
    var single = snapshot.recordings().stream().filter(one -> one.row().isEmpty()).toList();
    var rows = snapshot.recordings().stream().filter(one -> !one.row().isEmpty()).toList();
    var members = new ArrayList<Member>();
    single.forEach(one -> members.add(new Member("messages", kept(one.kept()))));
    if (!rows.isEmpty()) {
      members.add(
          new Member(
              "rows",
              new Value.Members(
                  rows.stream().map(one -> new Member(one.row(), kept(one.kept()))).toList())));
    }
    return members;
  }

  static Value order(Order order) {
    return switch (order) {
      case Order.AsReceived _ -> Value.plain("as-received");
      case Order.Any _ -> Value.plain("any");
      case Order.By(var path) -> Value.of(new Member("by", Value.text(path.text())));
    };
  }

  static Value masks(List<Mask> masks) {
    return new Value.Members(
        masks.stream().map(one -> new Member(one.subject().text(), rule(one.rule()))).toList());
  }

  static Value rule(Mask.Rule rule) {
    return switch (rule) {
      case Mask.Rule.Of(var kind) -> Value.plain(kind.word());
      case Mask.Rule.Matching(var regex) ->
          Value.of(new Member("matches", Value.quoted(regex.text())));
    };
  }

  private static Value ignored(Ignored one) {
    return switch (one) {
      case Ignored.At(var path) -> Value.text(path.text());
      case Ignored.Messages(var conditions) ->
          new Value.Members(
              conditions.stream()
                  .map(each -> new Member(each.path().text(), Value.text(each.value())))
                  .toList());
    };
  }

  static Value kept(List<Kept> all) {
    return new Value.Items(all.stream().map(SnapshotText::kept).toList());
  }

  static Value kept(Kept kept) {
    return switch (kept) {
      case Kept.Message message -> message(message);
      case Kept.Closed closed -> closed(closed);
    };
  }

  private static Value message(Kept.Message message) {
    var members = new ArrayList<Member>();
    members.add(new Member(verb(message), content(message.content())));
    on(message, members);
    if (!message.masks().isEmpty()) {
      members.add(new Member("masks", masks(message.masks())));
    }
    return new Value.Members(members);
  }

  static String verb(Kept.Message message) {
    return message.direction().name().toLowerCase(Locale.ROOT);
  }

  private static Value closed(Kept.Closed closed) {
    var status = new ArrayList<Member>();
    status.add(new Member("code", Value.plain(Integer.toString(closed.code()))));
    if (!closed.reason().isEmpty()) {
      status.add(new Member("reason", Value.text(closed.reason())));
    }
    var members = new ArrayList<Member>();
    members.add(new Member("closed", new Value.Members(status)));
    on(closed, members);
    return new Value.Members(members);
  }

  private static void on(Kept kept, List<Member> members) {
    if (!kept.connection().isEmpty()) {
      members.add(new Member("on", Value.text(kept.connection())));
    }
  }

  static Value content(Kept.Content content) {
    return switch (content) {
      case Kept.Content.Json(var value) ->
          Value.of(new Member("json", new Value.Block(JsonLayout.of(value))));
      case Kept.Content.Text(var text) -> Value.of(new Member("text", text(text)));
      case Kept.Content.Binary(var bytes) -> bytes(bytes);
    };
  }

  private static Value text(String text) {
    return text.isEmpty() ? Value.quoted("") : Value.text(text);
  }

  private static Value bytes(Bytes bytes) {
    if (bytes.size() > LONGEST_HEX) {
      var text = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes.toArray());
      return Value.of(new Member("base64", new Value.Block(text + "\n")));
    }
    var hex = HexFormat.ofDelimiter(" ").formatHex(bytes.toArray());
    return Value.of(new Member("hex", Value.quoted(hex)));
  }
}
