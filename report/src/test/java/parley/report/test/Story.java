package parley.report.test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Extracted;
import parley.model.outcome.Nesting;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.frame.Bytes;
import parley.report.Samples;

/** A test's outcome, told step by step and message by message, by hand. */
final class Story {

  static final Path BASE = Path.of("/home/ann");
  static final Instant BEGAN = Instant.parse("2026-03-01T12:34:56.789Z");

  private final Path file;
  private final String name;
  private final List<StepOutcome> steps = new ArrayList<>();
  private final List<Numbered> transcript = new ArrayList<>();
  private String row = "";
  private TestFacts facts = TestFacts.NONE;
  private long micros;

  Story(String file, String name) {
    this.file = BASE.resolve(file);
    this.name = name;
  }

  Story row(String text) {
    row = text;
    return this;
  }

  Story facts(TestFacts known) {
    facts = known;
    return this;
  }

  Story later(long moreMicros) {
    micros += moreMicros;
    return this;
  }

  private Duration now() {
    return Duration.ofNanos(micros * 1000);
  }

  Moment at() {
    return new Moment(BEGAN.plus(now()), now());
  }

  Story entry(String connection, Entry entry) {
    transcript.add(new Numbered(transcript.size() + 1L, connection, entry));
    return this;
  }

  Story opened(String connection) {
    return entry(connection, new Entry.Opened(at(), Samples.open()));
  }

  Story sent(String text) {
    return message("", Direction.SENT, text);
  }

  Story received(String text) {
    return message("", Direction.RECEIVED, text);
  }

  Story message(String connection, Direction direction, String text) {
    return message(connection, direction, true, Bytes.utf8(text));
  }

  Story message(String connection, Direction direction, boolean isText, Bytes payload) {
    var carriage = new Entry.Carriage(1, payload.size(), false);
    return entry(connection, new Entry.Message(at(), direction, isText, payload, carriage));
  }

  Story closed() {
    var status = CloseStatus.of(CloseCode.NORMAL);
    return entry(
        "",
        new Entry.Closed(
            at(),
            new Closure(
                Closure.Ending.CLOSE_HANDSHAKE, Closure.Initiator.LOCAL, status, status, null)));
  }

  Position line(int line) {
    return new Position(file, line, 5);
  }

  CheckOutcome check(int line, String subject, String expected, String found, Verdict verdict) {
    return new CheckOutcome(line(line), subject, expected, found, verdict);
  }

  Story passed(String label, int line, long tookMicros) {
    return step(Draft.of(label, line, tookMicros));
  }

  Story step(Draft draft) {
    var began = now().minus(Duration.ofNanos(draft.tookMicros * 1000));
    steps.add(
        new StepOutcome(
            steps.size() + 1,
            draft.label,
            null,
            line(draft.line),
            draft.connection,
            new Nesting(draft.depth, 0, 0),
            draft.background,
            began.isNegative() ? Duration.ZERO : began,
            now(),
            draft.result,
            draft.soft,
            draft.tries,
            draft.checks,
            draft.extracted,
            draft.saw,
            draft.latency));
    return this;
  }

  TestOutcome end() {
    var result =
        steps.stream()
            .filter(step -> !step.result().isGood() && !step.soft())
            .map(StepOutcome::result)
            .findFirst()
            .orElse(new Result.Passed());
    return end(result);
  }

  TestOutcome end(Result result) {
    return new TestOutcome(
        file,
        name,
        row,
        facts,
        BEGAN,
        7,
        new ConversationOutcome(result, now(), steps),
        transcript);
  }

  /** A step, with what is usual until changed. */
  static final class Draft {
    final String label;
    final int line;
    final long tookMicros;
    String connection = "";
    int depth;
    boolean background;
    Result result = new Result.Passed();
    boolean soft;
    int tries = 1;
    List<CheckOutcome> checks = List.of();
    List<Extracted> extracted = List.of();
    @Nullable Saw saw;
    @Nullable Duration latency;

    private Draft(String label, int line, long tookMicros) {
      this.label = label;
      this.line = line;
      this.tookMicros = tookMicros;
    }

    static Draft of(String label, int line, long tookMicros) {
      return new Draft(label, line, tookMicros);
    }

    Draft on(String name) {
      connection = name;
      return this;
    }

    Draft depth(int groups) {
      depth = groups;
      return this;
    }

    Draft inBackground() {
      background = true;
      return this;
    }

    Draft soft() {
      soft = true;
      return this;
    }

    Draft tries(int count) {
      tries = count;
      return this;
    }

    Draft failed(String text) {
      result = new Result.Failed(text);
      return this;
    }

    Draft broken(String text) {
      result = new Result.Broken(text);
      return this;
    }

    Draft skipped(String text) {
      result = new Result.Skipped(text);
      return this;
    }

    Draft checks(CheckOutcome... outcomes) {
      checks = List.of(outcomes);
      return this;
    }

    Draft extracted(Extracted... values) {
      extracted = List.of(values);
      return this;
    }

    Draft saw(Saw seen) {
      saw = seen;
      return this;
    }

    Draft took(Long... numbers) {
      return saw(new Saw(List.of(numbers), List.of(), 0, 0, 0));
    }

    Draft latency(Duration time) {
      latency = time;
      return this;
    }
  }
}
