package parley.runner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.engine.plan.Planning;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.snapshot.Ignored;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** Recording runs and comparing with what was recorded, on values. */
class SnapshotTest {

  private static final Path FILE = Path.of("buy.snapshot.yaml");
  private static final Position AT = new Position(FILE, 1, 1);
  private static final Moment NOW = new Moment(Instant.EPOCH, Duration.ZERO);

  /** A run that received these texts; {@code >} before one says that it was sent. */
  private static TestOutcome run(String... texts) {
    var entries = new ArrayList<Numbered>();
    for (var text : texts) {
      var sent = text.startsWith(">");
      var bytes = (sent ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
      var carriage = new Entry.Carriage(1, bytes.length, false);
      var direction = sent ? Direction.SENT : Direction.RECEIVED;
      entries.add(
          new Numbered(
              entries.size() + 1,
              "",
              new Entry.Message(NOW, direction, true, Bytes.of(bytes), carriage)));
    }
    return new TestOutcome(
        Path.of("buy.ws.yaml"),
        "buy",
        "",
        TestFacts.NONE,
        Instant.EPOCH,
        1,
        new ConversationOutcome(new Result.Passed(), Duration.ZERO, List.of()),
        entries);
  }

  private static TestOutcome cut(TestOutcome run) {
    return new TestOutcome(
        run.file(),
        run.name(),
        run.row(),
        run.facts(),
        run.began(),
        run.seed(),
        null,
        List.of(),
        run.outcome(),
        run.transcript(),
        true);
  }

  private static Bytes redacted(Bytes payload) {
    return Bytes.utf8(payload.toText().replace("s3cret", "•••"));
  }

  private static Recorder recorder(TestOutcome... runs) {
    var recorder = new Recorder(FILE, SnapshotTest::redacted);
    Stream.of(runs).forEach(recorder::of);
    return recorder;
  }

  private static Snapshot recorded(TestOutcome... runs) {
    return ((Recorded.Fresh) recorder(runs).record()).snapshot();
  }

  private static List<String> masks(Snapshot snapshot) {
    return snapshot.masks().stream().map(SnapshotTest::shown).toList();
  }

  private static String shown(Mask mask) {
    return mask.subject()
        + " "
        + (mask.rule() instanceof Mask.Rule.Matching(var regex)
            ? regex.text()
            : mask.rule().word());
  }

  private static List<String> contents(Stream<Kept> kept) {
    return kept.map(Plain::of).map(Plain::shown).toList();
  }

  private static SnapshotPlan plan(Snapshot snapshot) {
    return ((Planning.Planned<SnapshotPlan>) SnapshotPlan.of(snapshot)).plan();
  }

  /** What a run differs in, a line each. */
  private static List<String> differences(Snapshot snapshot, TestOutcome run) {
    var reviewed = new SnapshotReview(plan(snapshot), SnapshotTest::redacted).of(run);
    var step = reviewed.outcome().steps().getLast();
    assertThat(step.label()).isEqualTo("snapshot");
    assertThat(reviewed.result()).isEqualTo(step.result());
    assertThat(step.result() instanceof Result.Passed).isEqualTo(step.checks().isEmpty());
    return step.checks().stream().map(SnapshotTest::line).toList();
  }

  private static String line(CheckOutcome check) {
    return "%s: %s, %s".formatted(check.subject(), check.expected(), check.found());
  }

  @Test
  void whatIsNotKeptIsNeitherRecordedNorCompared() {
    var whole = run("a");
    assertThat(recorder(whole, cut(whole)).record())
        .isEqualTo(
            new Recorded.Nothing(
                "a run had more than is kept of it (10000 entries, and 64MB in payloads)"));
    var reviewed =
        new SnapshotReview(plan(recorded(whole, whole)), SnapshotTest::redacted).of(cut(whole));
    assertThat(reviewed.result())
        .isInstanceOfSatisfying(
            Result.Broken.class, broken -> assertThat(broken.text()).contains("64MB"));
  }

  @Test
  void manyDifferencesAreCounted() {
    var snapshot = recorded(run("a"), run("a"));
    var more = Stream.concat(Stream.of("a"), Stream.generate(() -> "b").limit(42));
    assertThat(differences(snapshot, run(more.toArray(String[]::new))))
        .hasSize(31)
        .last()
        .isEqualTo("and 12 more: nothing more, 12 differences");
  }

  @Test
  void whatDiffersBetweenTwoRunsIsMaskedByItsKind() {
    var snapshot =
        recorded(
            run(
                ">{\"id\":\"0b0e1c3e-8a4c-4c57-9d3b-0a1b2c3d4e5f\"}",
                "{\"id\":\"0b0e1c3e-8a4c-4c57-9d3b-0a1b2c3d4e5f\",\"n\":4,\"price\":1.10,\"s\":\"s3cret\"}",
                "{\"list\":[{\"t\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\"},{\"t\":\"01BX5ZZKBKACTAV9WEVGEMMVRZ\"}]}",
                "order 17 made"),
            run(
                ">{\"id\":\"9c0e1c3e-8a4c-4c57-9d3b-0a1b2c3d4e5f\"}",
                "{\"id\":\"9c0e1c3e-8a4c-4c57-9d3b-0a1b2c3d4e5f\",\"n\":5,\"price\":1.10,\"s\":\"s3cret\"}",
                "{\"list\":[{\"t\":\"01CRZ3NDEKTSV4RRFFQ69G5FAV\"},{\"t\":\"01DX5ZZKBKACTAV9WEVGEMMVRZ\"}]}",
                "order 18 made"));
    assertThat(masks(snapshot))
        .containsExactlyInAnyOrder(
            "$.id uuid", "$.n number", "$.list[*].t ulid", "text ^order \\d+ made$");
    assertThat(contents(snapshot.all()))
        .containsExactly(
            "{\"id\":\"<uuid>\"}",
            "{\"id\":\"<uuid>\",\"n\":\"<number>\",\"price\":1.10,\"s\":\"•••\"}",
            "{\"list\":[{\"t\":\"<ulid>\"},{\"t\":\"<ulid>\"}]}",
            "text \"order 17 made\"");
  }

  @Test
  void aMomentCloseToNowIsMaskedAlthoughItIsTheSame() {
    var now = Instant.now();
    var run =
        run(
            "{\"ms\":%d,\"iso\":\"%s\",\"old\":\"2001-02-03T04:05:06Z\",\"big\":1234567890123}"
                .formatted(now.toEpochMilli(), now));
    assertThat(masks(recorded(run, run))).containsExactly("$.ms timestamp", "$.iso timestamp");
  }

  @Test
  void aValueThatIsConstantElsewhereIsMaskedForItsMessageAlone() {
    var snapshot =
        recorded(
            run("{\"type\":\"a\",\"v\":\"x\"}", "{\"type\":\"b\",\"v\":\"one\"}", "{\"v\":1}"),
            run("{\"type\":\"a\",\"v\":\"x\"}", "{\"type\":\"b\",\"v\":\"two\"}", "{\"v\":1}"));
    assertThat(snapshot.masks()).isEmpty();
    var second = (Kept.Message) snapshot.all().toList().get(1);
    assertThat(second.masks().stream().map(SnapshotTest::shown)).containsExactly("$.v text");
  }

  @Test
  void theStrictestOrderThatBothRunsKeepIsTaken() {
    var a1 = "{\"topic\":\"a\",\"n\":\"1\"}";
    var a2 = "{\"topic\":\"a\",\"n\":\"2\"}";
    var b1 = "{\"topic\":\"b\",\"n\":\"1\"}";
    assertThat(recorded(run(a1, a2, b1), run(a1, a2, b1)).order())
        .isInstanceOf(Order.AsReceived.class);
    assertThat(recorded(run(a1, a2, b1), run(a1, b1, a2)).order()).isInstanceOf(Order.By.class);
    assertThat(recorded(run("x", "y"), run("y", "x")).order()).isInstanceOf(Order.Any.class);
    var more = recorded(run("x", "y", "z"), run("x", "y"));
    assertThat(more.more()).isTrue();
    assertThat(contents(more.all())).containsExactly("text \"x\"", "text \"y\"");
    assertThat(differences(more, run("x", "y", "what", "ever"))).isEmpty();
    assertThat(differences(more, run("x"))).containsExactly("message 2: text \"y\", nothing such");
  }

  @Test
  void whatIsOtherIsToldApart() {
    var one = "{\"type\":\"tick\",\"n\":1,\"deep\":{\"list\":[1,2,3]}}";
    var two = "{\"type\":\"news\",\"text\":\"a\"}";
    var snapshot = recorded(run(one, two, "end"), run(one, two, "end"));
    assertThat(differences(snapshot, run(one, two, "end"))).isEmpty();
    assertThat(differences(snapshot, run(two, one, "end")))
        .containsExactly("message 1: " + one + ", it as message 2");
    assertThat(differences(snapshot, run(one, "end")))
        .containsExactly("message 2: " + two + ", nothing such");
    assertThat(differences(snapshot, run(one, "more", two, "end")))
        .containsExactly("message 2: nothing more, text \"more\"");
    var changed = "{\"deep\":{\"list\":[1,3,4]},\"n\":1.0,\"type\":\"tick\",\"new\":null}";
    assertThat(differences(snapshot, run(changed, two, "end")))
        .containsExactly(
            "message 1, $.deep.list[1]: equals 2, nothing",
            "message 1, $.deep.list[2]: nothing, 4",
            "message 1, $.new: nothing, null");
    assertThat(differences(snapshot, run(one, two, "END")))
        .containsExactly("message 3: text \"end\", text \"END\"");
  }

  @Test
  void aMaskedValueIsStillOfItsKindAndWhatIsIgnoredIsNot() {
    var path = new Source("$.id", AT);
    var snapshot =
        new Snapshot(
            FILE,
            new Order.AsReceived(),
            false,
            List.of(new Mask(path, new Mask.Rule.Of(Mask.Kind.UUID))),
            List.of(
                new Ignored.At(new Source("$.trace", AT)),
                new Ignored.Messages(
                    List.of(new Ignored.Condition(new Source("$.type", AT), "beat")))),
            recorded(run("{\"id\":\"\",\"n\":1}")).recordings());
    var uuid = "0b0e1c3e-8a4c-4c57-9d3b-0a1b2c3d4e5f";
    assertThat(
            differences(
                snapshot,
                run(
                    "{\"type\":\"beat\"}",
                    "{\"id\":\"%s\",\"trace\":[1],\"n\":1}".formatted(uuid),
                    "{\"type\":\"beat\",\"n\":7}")))
        .isEmpty();
    assertThat(differences(snapshot, run("{\"id\":7,\"n\":1}")))
        .containsExactly("message 1, $.id: a UUID, 7");
    assertThat(differences(snapshot, run("{\"n\":1}")))
        .containsExactly("message 1, $.id: a UUID, nothing");
    assertThat(plan(snapshot).unused()).isEmpty();
  }

  @Test
  void anUpdateKeepsWhatIsTheSameAndTheMasksThatFit() {
    var before =
        recorded(
            run("{\"type\":\"a\",\"id\":\"00000000aa\"}", "{\"type\":\"b\",\"v\":1}", "c"),
            run("{\"type\":\"a\",\"id\":\"00000000bb\"}", "{\"type\":\"b\",\"v\":1}", "c"));
    assertThat(masks(before)).containsExactly("$.id hex");
    var same = run("{\"type\":\"a\",\"id\":\"00000000cc\"}", "{\"type\":\"b\",\"v\":1}", "c");
    assertThat(recorder(same, same).update(plan(before))).isInstanceOf(Recorded.Same.class);
    var now =
        run("{\"type\":\"a\",\"id\":7}", "{\"type\":\"new\",\"x\":1}", "{\"type\":\"b\",\"v\":2}");
    var update = ((Recorded.Changed) recorder(now, now).update(plan(before))).update();
    assertThat(update.masks().stream().map(SnapshotTest::shown)).containsExactly("$.id number");
    var lines = update.rows().getFirst().lines();
    assertThat(contents(lines.stream().map(line -> line.now())))
        .containsExactly(
            "{\"type\":\"a\",\"id\":\"<number>\"}",
            "{\"type\":\"new\",\"x\":1}",
            "{\"type\":\"b\",\"v\":2}");
    assertThat(lines)
        .extracting(line -> line.before().isPresent())
        .containsExactly(true, false, true);
  }

  @Test
  void nothingIsKeptOfRunsThatDidNotPass() {
    var failed =
        run("x").ending(new ConversationOutcome(new Result.Failed("no"), Duration.ZERO, List.of()));
    assertThat(recorder(failed).record()).isEqualTo(new Recorded.Nothing("it did not pass"));
    var review = new SnapshotReview(plan(recorded(run("y"))), SnapshotTest::redacted);
    assertThat(review.of(failed)).isSameAs(failed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "uuid | \"0B0E1C3E-8a4c-4c57-9d3b-0a1b2c3d4e5f\" | \"0b0e1c3e8a4c4c579d3b0a1b2c3d4e5f\"",
        "ulid | \"01ARZ3NDEKTSV4RRFFQ69G5FAV\" | \"01ARZ3NDEKTSV4RRFFQ69G5FAU\"",
        "timestamp | \"2026-02-03T04:05:06.789+01:00\" | \"2026-02-03\"",
        "timestamp | \"Tue, 3 Feb 2026 04:05:06 GMT\" | \"Tuesday\"",
        "timestamp | 1770091506.25 | 17",
        "timestamp | \"1770091506123\" | true",
        "date | \"2026-02-03\" | \"3.2.2026\"",
        "hex | \"deadBEEF\" | \"deadbee\"",
        "jwt | \"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.\" | \"eyJhbGciOiJub25lIn0\"",
        "address | \"127.0.0.1:8080\" | \"localhost\"",
        "address | \"[::1]:80\" | \"[]\"",
        "address | \"fe80::1\" | \"12:30\"",
        "number | -1.5e9 | \"1\"",
        "text | \"\" | null",
        "boolean | false | 0",
        "list | [] | {}",
        "map | {} | []",
      })
  void aKindKnowsItsValues(String word, String good, String bad) {
    var kind = Mask.Kind.of(word).orElseThrow();
    assertThat(Kinds.fits(kind, json(good))).as(good).isTrue();
    assertThat(Kinds.fits(kind, json(bad))).as(bad).isFalse();
  }

  private static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
