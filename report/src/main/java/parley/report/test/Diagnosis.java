package parley.report.test;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.model.connection.Attempt;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.report.Columns;
import parley.report.FailureText;
import parley.report.Palette.Ink;

/**
 * What went wrong in a test, on one screen: the steps on the way, and of each bad one why, expected
 * against found, the connection that did not come about, and the messages around it.
 */
final class Diagnosis {

  private static final int MAX_STEPS = 12;
  private static final int MAX_BAD = 4;
  private static final int INDENT = 6;
  private static final int EVIDENCE_COLUMN = 7;

  private final TestOutcome test;
  private final Look look;
  private final List<StepOutcome> steps;
  private final List<StepOutcome> bad;
  private final StringBuilder out = new StringBuilder();

  private Diagnosis(TestOutcome test, Look look) {
    this.test = test;
    this.look = look;
    this.steps = inOrder(test);
    this.bad = steps.stream().filter(this::isCause).toList();
  }

  /** Its steps, a group before what is in it. */
  static List<StepOutcome> inOrder(TestOutcome test) {
    return StepOutcome.inOrder(test.outcome().steps());
  }

  /** Lines, each ended. */
  static String of(TestOutcome test, Look look) {
    var text = new Diagnosis(test, look);
    text.story();
    if (text.bad.isEmpty()) {
      text.why(test.result(), " ".repeat(INDENT));
    }
    return text.out.toString();
  }

  /** A bad step, and no group that is bad because of a step in it. */
  private boolean isCause(StepOutcome step) {
    return !step.result().isGood()
        && steps.stream().noneMatch(other -> !other.result().isGood() && isInside(other, step));
  }

  private static boolean isInside(StepOutcome inner, StepOutcome outer) {
    return inner.number() > outer.number()
        && inner.depth() > outer.depth()
        && inner.began().compareTo(outer.began()) >= 0
        && inner.ended().compareTo(outer.ended()) <= 0;
  }

  /** The steps up to each bad one; what was done in the background only when it is bad. */
  private void story() {
    var shown = steps.stream().filter(step -> !step.background() || bad.contains(step)).toList();
    var end = bad.isEmpty() ? shown.size() : shown.indexOf(bad.getFirst());
    var from = Math.max(0, end - MAX_STEPS);
    if (from > 0) {
      out.append("    ").append(look.paint(Ink.FAINT, "… " + from + " steps before")).append('\n');
    }
    var line = new StepText(look, test);
    var told = told();
    var explained = false;
    for (var step : shown.subList(from, shown.size())) {
      if (told.contains(step) || !bad.contains(step)) {
        out.append(explained ? "\n" : "").append(line.head(step));
        explained = told.contains(step);
      }
      if (told.contains(step)) {
        explain(step);
      }
    }
    if (bad.size() > told.size()) {
      var more = "… " + (bad.size() - told.size()) + " more went wrong; -v shows every step";
      out.append("\n    ").append(look.paint(Ink.FAINT, more)).append('\n');
    }
  }

  /** Those that ended the test before those that it went on after. */
  private List<StepOutcome> told() {
    return bad.stream().sorted(Comparator.comparing(StepOutcome::soft)).limit(MAX_BAD).toList();
  }

  private void explain(StepOutcome step) {
    var indent = " ".repeat(INDENT + 2 * step.depth());
    if (step.tries() > 1) {
      var tries = indent + look.paint(Ink.FAINT, step.tries() + " tries, the last of them:");
      out.append(tries).append('\n');
    }
    var failing = step.checks().stream().filter(check -> !check.holds()).toList();
    if (!saysNoMoreThan(failing, step.result().why())) {
      why(step.result(), indent);
    }
    failing.forEach(check -> out.append(CheckText.of(check, look, indent)));
    connection(step)
        .map(text -> wrapped(look.redaction().in(text.indent(indent.length() - 2)), indent))
        .ifPresentOrElse(out::append, () -> messages(step, indent));
  }

  /** Rows of evidence have their names in the first columns; what does not fit goes below. */
  private String wrapped(String rows, String indent) {
    var start = indent.length() + EVIDENCE_COLUMN;
    var out = new StringBuilder();
    for (var line : rows.lines().toList()) {
      var name = nameLength(line, start);
      var lines = Columns.wrap(line.substring(name), look.columns() - start);
      out.append(line, 0, name).append(String.join("\n" + " ".repeat(start), lines)).append('\n');
    }
    return out.toString();
  }

  /** How many characters stand in the first columns, colours included. */
  private static int nameLength(String line, int columns) {
    var at = 0;
    for (var column = 0; at < line.length() && column < columns; column++) {
      at = line.charAt(at) == '\u001b' ? line.indexOf('m', at) + 1 : at;
      at++;
    }
    return Math.min(at, line.length());
  }

  /** Whether a reason only repeats the first statement that does not hold. */
  private static boolean saysNoMoreThan(List<CheckOutcome> failing, String why) {
    return !failing.isEmpty() && why.startsWith(failing.getFirst().subject() + ": expected ");
  }

  /** For a step that looked at messages, and for the one that ended the test. */
  private void messages(StepOutcome step, String indent) {
    if (step.saw().isPresent() || !step.soft()) {
      var around = Around.of(test, step, look, indent);
      out.append(around.isEmpty() ? "" : "\n" + around);
    }
  }

  /** The evidence of a connection that did not come about. */
  private Optional<String> connection(StepOutcome step) {
    return test.transcript().stream()
        .filter(one -> one.connection().equals(step.connection()))
        .map(Numbered::entry)
        .filter(entry -> entry.at().elapsed().compareTo(step.ended()) <= 0)
        .filter(entry -> entry.at().elapsed().compareTo(step.began()) >= 0)
        .flatMap(entry -> evidence(entry).stream())
        .reduce((first, last) -> last);
  }

  private Optional<String> evidence(Entry entry) {
    var redaction = look.redaction();
    return switch (entry) {
      case Entry.Refused(var _, Attempt.Rejected(var seen, var answer, var body, var end)) ->
          Optional.of(
              FailureText.rows(
                  new Attempt.Rejected(seen, answer, redaction.in(body), end), look.palette()));
      case Entry.Failed(var _, var attempt) ->
          Optional.of(FailureText.rows(attempt, look.palette()));
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Opened _ -> Optional.empty();
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Message _ -> Optional.empty();
      case Entry.Frame _, Entry.Raw _, Entry.Ping _, Entry.Pong _ -> Optional.empty();
      case Entry.Unsent _ -> Optional.empty();
      case Entry.Close _, Entry.Broken _, Entry.Closed _, Entry.Notice _, Entry.Retry _ ->
          Optional.empty();
    };
  }

  private void why(Result result, String indent) {
    var room = look.columns() - indent.length();
    for (var line : Columns.wrap(look.line(result.why()), room)) {
      out.append(indent).append(look.paint(ink(result), line)).append('\n');
    }
  }

  private static Ink ink(Result result) {
    return switch (result) {
      case Result.Failed _ -> Ink.BAD;
      case Result.Broken _ -> Ink.WARNING;
      case Result.Passed _, Result.Skipped _ -> Ink.FAINT;
    };
  }
}
