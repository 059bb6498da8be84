package parley.engine.session;

import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Result;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.value.JsonWriter;
import parley.protocol.endpoint.Outgoing;

/** What a session does and tells, as lines of a script. */
final class Telling {

  private final StringBuilder lines = new StringBuilder();
  private boolean everything;

  /** From now on the begin of each step is told, too. */
  void everything() {
    everything = true;
  }

  void line(String kind, String text) {
    lines.append(kind).append(' ').append(text.stripTrailing()).append('\n');
  }

  static String text(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text(var payload, var framing) ->
          "text " + payload.toText() + (framing.fragment().bytes() > 0 ? " in fragments" : "");
      case Outgoing.Binary(var payload, _) -> "binary " + payload.toHex();
      case Outgoing.Ping(var payload) -> "ping " + payload.toText();
      case Outgoing.Pong(var payload) -> "pong " + payload.toText();
      case Outgoing.Close(var body) -> "close " + body.toHex();
      case Outgoing.Frame(var header, var payload) ->
          "frame %s%s %s"
              .formatted(header.opcode(), header.masked() ? " masked" : "", payload.toHex());
      case Outgoing.Raw(var bytes) -> "bytes " + bytes.toHex();
    };
  }

  void report(Report report) {
    switch (report) {
      case Report.StepBegan(var step, var label, _, var nesting, var background) -> {
        if (everything) {
          tell(
              "%d %s%s begins%s"
                  .formatted(step, "  ".repeat(nesting.depth()), label, in(background)));
        }
      }
      case Report.StepEnded(var outcome) -> ended(outcome);
      case Report.Opening(_, _, _, var attempt, var notices) -> {
        if (attempt > 0) {
          tell("try " + attempt);
        }
        notices.forEach(notice -> tell("notice: " + notice));
      }
      case Report.Reconnecting(var c, _, var attempt, var attempts, var delay, var why) ->
          tell(
              "connection %d: %s; try %d of %d in %dms"
                  .formatted(c, why, attempt, attempts, delay.toMillis()));
      case Report.NotReconnecting(var c, _, var why) -> tell("connection " + c + ": " + why);
      case Report.Unsent(var c, _, var outgoing, var why) ->
          tell("connection %d unsent %s: %s".formatted(c, text(outgoing), why));
      case Report.GivenUp(var c, _) -> tell("connection " + c + " is given up");
      case Report.Notice(var text) -> tell("notice: " + text);
      case Report.Done(var outcome) ->
          tell(
              "done: "
                  + text(outcome.result())
                  + (outcome.unsent() == 0 ? "" : " (" + outcome.unsent() + " unsent)"));
    }
  }

  private void tell(String text) {
    line("=", text);
  }

  private static String in(boolean background) {
    return background ? " in the background" : "";
  }

  private void ended(StepOutcome outcome) {
    tell(
        "%s%s: %s%s%s%s"
            .formatted(
                "  ".repeat(outcome.depth()),
                outcome.label(),
                text(outcome.result()),
                outcome.tries() > 1 ? " (try " + outcome.tries() + ")" : "",
                outcome.latency().map(time -> " (" + time.toMillis() + "ms)").orElse(""),
                in(outcome.background())));
    outcome.saw().ifPresent(this::saw);
    outcome
        .extracted()
        .forEach(one -> tell("  %s is %s".formatted(one.name(), JsonWriter.write(one.value()))));
    outcome.checks().forEach(this::check);
  }

  private void saw(Saw saw) {
    tell(
        "  saw: took %s, rejected %d, left %d%s"
            .formatted(
                saw.taken(),
                saw.rejectedCount(),
                saw.left(),
                saw.dropped() > 0 ? ", dropped " + saw.dropped() : ""));
    saw.rejected().forEach(one -> tell("    %d: %s".formatted(one.number(), text(one.why()))));
  }

  private void check(CheckOutcome check) {
    tell("  %s %s".formatted(check.holds() ? "holds:" : "FAILS:", text(check)));
  }

  private static String text(CheckOutcome check) {
    return "%s, expected %s, found %s%s"
        .formatted(
            check.subject(),
            check.expected(),
            check.found(),
            check.message().map(message -> " (" + message + ")").orElse(""));
  }

  private static String text(Result result) {
    return switch (result) {
      case Result.Passed _ -> "passed";
      case Result.Failed(var text) -> "failed: " + text;
      case Result.Broken(var text) -> "broken: " + text;
      case Result.Skipped(var text) -> "skipped: " + text;
    };
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
