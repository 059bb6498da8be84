package parley.files.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.shape.Reading.Scope;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.snapshot.Ignored;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.model.snapshot.SnapshotUpdate;
import parley.model.snapshot.SnapshotUpdate.Line;
import parley.model.transcript.Direction;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.protocol.frame.Bytes;

/** Snapshots as they are written, read again, and brought up to date. */
class SnapshotFileTest {

  private static final Path FILE = Path.of("orders", "buy.snapshot.yaml");
  private static final Position AT = new Position(FILE, 1, 1);

  private static Kept received(Kept.Content content) {
    return new Kept.Message(Direction.RECEIVED, "", content, List.of(), AT);
  }

  private static Kept json(String text) {
    var read = (JsonReading.Read) JsonReader.read(text);
    return received(new Kept.Content.Json(read.value()));
  }

  private static Kept text(String text) {
    return received(new Kept.Content.Text(text));
  }

  private static Mask mask(String subject, Mask.Rule rule) {
    return new Mask(new Source(subject, AT), rule);
  }

  private static Snapshot snapshot(Snapshot.Recording... recordings) {
    return new Snapshot(
        FILE, new Order.AsReceived(), false, List.of(), List.of(), List.of(recordings));
  }

  private static Snapshot.Recording recording(String row, Kept... kept) {
    return new Snapshot.Recording(row, List.of(kept), AT);
  }

  private static YamlDocument document(String text) {
    return YamlReader.read(new YamlText(FILE, text, false), new Problems()).orElseThrow();
  }

  private static Snapshot read(String text) {
    var problems = new Problems();
    var document = document(text);
    var reading = Reading.of(document.source(), Scope.COLLECTION, problems);
    var snapshot = SnapshotFormat.SNAPSHOT.read(document.root(), reading);
    assertThat(problems.sorted()).isEmpty();
    return snapshot.orElseThrow();
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    var bytes = Bytes.of(new byte[100]);
    var all =
        new Snapshot(
            FILE,
            new Order.By(new Source("$.topic", AT)),
            true,
            List.of(
                mask("$.items[*].id", new Mask.Rule.Of(Mask.Kind.UUID)),
                mask("text", new Mask.Rule.Matching(new Source("^a \\d+: 'b'$", AT)))),
            List.of(
                new Ignored.At(new Source("$.trace", AT)),
                new Ignored.Messages(
                    List.of(new Ignored.Condition(new Source("$.type", AT), "heartbeat")))),
            List.of(
                recording(
                    "row 1",
                    json("{\"price\":1.10,\"big\":12345678901234567890,\"e\":1e5,\"s\":\"a\\nb\"}"),
                    json("[]"),
                    text(""),
                    text("  two\nlines "),
                    text("\u0001 {{not}} #a"),
                    received(new Kept.Content.Binary(Bytes.of((byte) 0, (byte) -1))),
                    received(new Kept.Content.Binary(bytes)),
                    new Kept.Message(
                        Direction.SENT,
                        "bob",
                        new Kept.Content.Text("hi"),
                        List.of(mask("text", new Mask.Rule.Of(Mask.Kind.TEXT))),
                        AT),
                    new Kept.Closed("bob", 4001, "why: not", AT)),
                recording("row 2", text("x"))));
    var text = SnapshotText.of(all);
    assertThat(text).contains("\"price\": 1.10, \"big\": 12345678901234567890, \"e\": 1e5");
    assertThat(SnapshotText.of(read(text))).isEqualTo(text);
    assertThat(read(text).recordings().getFirst().kept()).hasSize(9);
  }

  @Test
  void anUpdateTouchesOnlyWhatIsDifferent() {
    var before =
        """
        # mine
        masks:
          $.id: uuid   # ours
        messages:
          # the first
          - received:
              json: |
                {"a": 1}
          - received: { text: gone }
          - received: { text: same }   # as it is
          # the last
          - received: { text: old }
        """;
    var was = read(before);
    var kept = was.recording("").orElseThrow().kept();
    var lines =
        List.of(
            new Line(kept.get(0), kept.get(0)),
            new Line(null, text("first new")),
            new Line(kept.get(2), kept.get(2)),
            new Line(kept.get(3), text("now")),
            new Line(null, json("{\"b\":2}")));
    var update =
        new SnapshotUpdate(
            was,
            List.of(mask("$.ts", new Mask.Rule.Of(Mask.Kind.TIMESTAMP))),
            List.of(new SnapshotUpdate.Row("", lines)));
    assertThat(SnapshotEdits.apply(document(before), update).text())
        .isEqualTo(
            """
            # mine
            masks:
              $.id: uuid   # ours
              $.ts: timestamp
            messages:
              # the first
              - received:
                  json: |
                    {"a": 1}
              - received: { text: first new }
              - received: { text: same }   # as it is
              # the last
              - received: { text: now }
              - received:
                  json: |
                    {"b": 2}
            """);
  }

  @Test
  void aRowThatIsNewIsAdded() {
    var before = SnapshotText.of(snapshot(recording("row 1", text("a"))));
    var update =
        new SnapshotUpdate(
            read(before),
            List.of(mask("text", new Mask.Rule.Of(Mask.Kind.ANY))),
            List.of(new SnapshotUpdate.Row("row 2", List.of(new Line(null, text("b"))))));
    var after = read(SnapshotEdits.apply(document(before), update).text());
    assertThat(after.recordings())
        .extracting(Snapshot.Recording::row)
        .containsExactly("row 1", "row 2");
    assertThat(after.masks()).hasSize(1);
  }

  @Test
  void whatMakesNoSenseIsAProblemAtItsPlace() {
    var text =
        """
        order: random
        masks: { $.id: guid, $.x: { matches: a, b: c } }
        message: []
        messages:
          - received: { json: "{a: 1}" }
          - received: { hex: 0 }
          - got: { text: a }
          - closed: { code: 70000 }
        """;
    var problems = new Problems();
    var document = document(text);
    var _ =
        SnapshotFormat.SNAPSHOT.read(
            document.root(), Reading.of(document.source(), Scope.COLLECTION, problems));
    assertThat(problems.sorted())
        .extracting(one -> one.at().line() + " " + one.found())
        .containsExactly(
            "1 `random`",
            "2 `guid`",
            "2 the key `b`",
            "3 the key `message`",
            "5 what is no JSON: found a, expected a name in double quotes",
            "6 `0`",
            "7 an exchange without a verb",
            "8 `70000`");
  }
}
