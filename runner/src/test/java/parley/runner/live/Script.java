package parley.runner.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import parley.engine.session.Actions;
import parley.engine.session.Event;
import parley.engine.session.Report;
import parley.model.connection.Attempt;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Result;
import parley.protocol.frame.Bytes;
import parley.runner.fixture.Deadline;

/**
 * Stands in for a session: writes down the events, a line each, and answers the lines it knows. It
 * fails when an event comes while it handles another, or when time goes back.
 */
final class Script implements SessionDriver.Driven {

  static final ConversationOutcome OUTCOME =
      new ConversationOutcome(new Result.Passed(), Duration.ZERO, List.of());

  private final Map<String, Consumer<Actions>> answers = new LinkedHashMap<>();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private boolean handling;
  private long lastNanos;

  /** When a line comes that begins so, the first time, does this. */
  Script when(String line, Consumer<Actions> answer) {
    answers.put(line, answer);
    return this;
  }

  @Override
  public void on(Event event, long nowNanos, Actions actions) {
    var line = lineOf(event);
    if (handling || nowNanos < lastNanos) {
      lines.add("FAULT: within another event or back in time: " + line);
    }
    lastNanos = nowNanos;
    handling = true;
    lines.add(line);
    answer(line, actions);
    handling = false;
  }

  private void answer(String line, Actions actions) {
    for (var beginning : List.copyOf(answers.keySet())) {
      if (line.startsWith(beginning)) {
        answers.remove(beginning).accept(actions);
        return;
      }
    }
  }

  /** Waits for a line that begins so; those before it are in {@link #seen}. */
  String await(String beginning) {
    var line = next();
    while (!line.startsWith(beginning)) {
      line = next();
    }
    return line;
  }

  private String next() {
    try {
      var line = Deadline.next(lines);
      seen.add(line);
      if (line.startsWith("FAULT")) {
        throw new AssertionError(line);
      }
      return line;
    } catch (AssertionError failure) {
      throw new AssertionError("after " + seen, failure);
    }
  }

  /** All lines up to those that were waited for. */
  List<String> seen() {
    return seen;
  }

  /** The lines that came since those that were waited for. */
  List<String> rest() {
    var rest = new ArrayList<String>();
    lines.drainTo(rest);
    return rest;
  }

  static void finish(Actions actions) {
    actions.report(new Report.Done(OUTCOME));
  }

  private static String lineOf(Event event) {
    return switch (event) {
      case Event.Begin _ -> "begin";
      case Event.Command(var steps) -> "command " + steps.size();
      case Event.Forget _ -> "forget";
      case Event.Halt _ -> "halt";
      case Event.GiveUp(var number) -> "give up " + number;
      case Event.Accepted _ -> "accepted";
      case Event.Attempted(var number, var attempt) -> "attempted " + number + " " + of(attempt);
      case Event.Message(var connection, var number, var text, var payload) ->
          "message %d #%d %s %s"
              .formatted(
                  connection, number, text ? "text" : "binary", Bytes.copyOf(payload).toText());
      case Event.Pong(var number, var payload, var roundTrip) ->
          "pong " + number + " " + payload.toText() + " " + roundTrip.isPositive();
      case Event.Ending(var number) -> "ending " + number;
      case Event.Ended(var number, var closure) ->
          "ended " + number + " " + closure.ending() + " " + closure.code();
      case Event.Written(var ticket) -> "written " + ticket;
      case Event.Unsent(var ticket, var why) -> "unsent " + ticket + " " + why;
      case Event.Loaded(var ticket, var content) -> "loaded " + ticket + " " + content.toText();
      case Event.NotLoaded(var ticket, var why) -> "not loaded " + ticket + " " + why;
      case Event.ScriptEnded(var ticket, _) -> "script ended " + ticket;
      case Event.Tick _ -> "tick";
      case Event.Published _ -> "published";
      case Event.Cancel(var why) -> "cancel " + why;
    };
  }

  private static String of(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open _ -> "open";
      case Attempt.Rejected rejected ->
          "rejected " + rejected.answer().status() + " " + rejected.body().toText();
      case Attempt.Failed failed -> "failed " + failed.stage() + " " + failed.cause();
    };
  }
}
