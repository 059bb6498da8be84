package parley.workbench.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.model.collection.Content;
import parley.model.collection.Json;
import parley.model.collection.Message;
import parley.model.collection.Position;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;

/** What was done by hand, as steps. */
class RecordingTest {

  private static final Moment NOW = new Moment(Instant.EPOCH, Duration.ZERO);
  private static final Position AT = new Position(Path.of("a.ws.yaml"), 1, 1);

  private final List<Recording.Row> rows = new ArrayList<>();
  private Known known = new Known(List.of(), Map.of(), Map.of());

  private RecordingTest row(Entry entry) {
    rows.add(new Recording.Row(rows.size(), "", entry));
    return this;
  }

  private RecordingTest sent(String text) {
    return row(message(Direction.SENT, true, Bytes.utf8(text)));
  }

  private RecordingTest received(String text) {
    return row(message(Direction.RECEIVED, true, Bytes.utf8(text)));
  }

  private static Entry message(Direction direction, boolean text, Bytes payload) {
    return new Entry.Message(NOW, direction, text, payload, new Entry.Carriage(1, 1, false));
  }

  private static Entry close(Direction by, int code, String reason) {
    return new Entry.Close(NOW, by, CloseStatus.of(new CloseCode(code), reason));
  }

  private String steps() {
    var all = Recording.of(rows, known).stream().map(Made::text).toList();
    return String.join("\n--\n", all) + "\n";
  }

  private static SavedMessage saved(String name, Content content) {
    return new SavedMessage(name, "", new Message(content, Message.Wire.BY_KIND, true, AT));
  }

  private static Json.Member member(String name, String text) {
    return new Json.Member(new Source(name, AT), new Json.Text(new Source(text, AT)));
  }

  @Test
  void anAnswerIsFoundByWhatItHasInCommonWithItsRequest() {
    sent("{\"op\":\"subscribe\",\"id\":\"a-1\",\"room\":\"dev\"}")
        .received("{\"type\":\"price\",\"value\":1.10}")
        .received(
            "{\"type\":\"ack\",\"id\":\"a-1\",\"ok\":true,\"at\":\"2026-11-21T10:00:00Z\","
                + "\"status\":200,\"token\":\"eyJ\",\"data\":{\"room\":\"dev\",\"n\":7}}");
    assertThat(steps())
        .isEqualTo(
            """
            send: { json: { op: subscribe, id: a-1, room: dev } }
            id: subscribe
            --
            receive:
            where: { $.type: price }
            --
            receive:
            where: { $.type: ack }
            answers: { send: subscribe, by: $.id }
            assert:
              - $.ok: true
              - $.status: 200
              - $.data.room: dev
            """);
    assertThat(Recording.candidates(rows, known))
        .containsExactly(Map.entry(0L, true), Map.entry(1L, false), Map.entry(2L, true));
  }

  @Test
  void whatIsSavedIsNamedAndValuesOfVariablesAreTheirNames() {
    var template =
        new Json.Members(
            List.of(member("op", "join"), member("id", "{{$guid}}"), member("room", "{{room}}")),
            AT);
    known =
        new Known(
            List.of(
                saved("hello", new Content.Text(new Source("hello {{user}}!", AT))),
                saved("join", new Content.JsonValue(template))),
            Map.of("room", "lobby", "user", "ann"),
            Map.of("TOKEN", "s3cr3t-value"));
    sent("hello ann!")
        .sent("hello bob!")
        .sent("{\"op\":\"join\",\"id\":\"9\",\"room\":\"lobby\"}")
        .sent("{\"op\":\"auth\",\"with\":\"Bearer s3cr3t-value\",\"user\":\"ann\"}")
        .received("{\"event\":\"joined\",\"id\":\"9\",\"room\":\"lobby\",\"text\":\"{{x}}\"}");
    assertThat(steps())
        .isEqualTo(
            """
            send: hello
            --
            send: { text: hello bob! }
            --
            send: join
            --
            send:
              json: { op: auth, with: "Bearer {{TOKEN}}", user: "{{user}}" }
            --
            receive:
            where: { $.event: joined }
            answers: { send: join, by: $.id }
            assert:
              - $.room: "{{room}}"
              - $.text: '\\{{x}}'
            """);
  }

  @Test
  void theRestOfAConversationIsStepsToo() {
    row(new Entry.Ping(NOW, Direction.SENT, Bytes.utf8("are you there")))
        .row(new Entry.Ping(NOW, Direction.RECEIVED, Bytes.EMPTY))
        .row(message(Direction.SENT, false, Bytes.hex("00ff")))
        .row(message(Direction.RECEIVED, false, Bytes.hex("01")))
        .received("welcome")
        .received("[1,2]")
        .received("{\"price\":3}")
        .row(close(Direction.RECEIVED, 4000, "bye"))
        .row(close(Direction.SENT, 4000, ""));
    assertThat(steps())
        .isEqualTo(
            """
            ping: are you there
            --
            send: { hex: "00ff" }
            --
            receive:
            where: { kind: binary }
            --
            receive:
            where: { text: welcome }
            --
            receive:
            where: { text: "[1,2]" }
            --
            receive:
            where: { $.price: { exists: true } }
            --
            closed: { code: 4000, reason: bye, by: server }
            """);
  }
}
