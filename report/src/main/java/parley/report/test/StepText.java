package parley.report.test;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.JsonWriter;
import parley.report.Amounts;
import parley.report.Columns;
import parley.report.Palette.Ink;

/** A step on a line, with its time and its message, and on a second one with what else is known. */
final class StepText {

  private static final int INDENT = 4;
  private static final int TIME = 8;

  private final Look look;
  private final TestOutcome test;

  StepText(Look look, TestOutcome test) {
    this.look = look;
    this.test = test;
  }

  /** Lines, each ended. */
  String of(StepOutcome step) {
    var indent = " ".repeat(INDENT + 2 * step.depth() + 2);
    return head(step) + facts(step) + Around.seen(test, step, look, indent);
  }

  /** The first line. */
  String head(StepOutcome step) {
    var indent = " ".repeat(INDENT + 2 * step.depth());
    var labelColumns = Math.max(16, look.columns() * 2 / 5 - 2 * step.depth());
    var label = Columns.head(look.line(step.label()), labelColumns);
    var time = Columns.right(time(step), TIME);
    var used = indent.length() + 2 + labelColumns + 1 + TIME + 2;
    return indent
        + Mark.of(step.result(), look)
        + " "
        + inked(step, Columns.left(label, labelColumns))
        + " "
        + look.paint(Ink.FAINT, time)
        + detail(step, look.columns() - used)
        + "\n";
  }

  private static String time(StepOutcome step) {
    return step.result() instanceof Result.Skipped
        ? ""
        : Amounts.duration(step.ended().minus(step.began()));
  }

  private String inked(StepOutcome step, String label) {
    return switch (step.result()) {
      case Result.Passed _ -> label;
      case Result.Failed _, Result.Broken _ -> look.paint(Ink.STRONG, label);
      case Result.Skipped _ -> look.paint(Ink.FAINT, label);
    };
  }

  /** The place of a bad step, why one was left out, the message of a good one. */
  private String detail(StepOutcome step, int room) {
    return switch (step.result()) {
      case Result.Failed _, Result.Broken _ ->
          "  " + look.paint(Ink.FAINT, Columns.tail(look.place(step.at()), room));
      case Result.Skipped(var why) ->
          "  " + look.paint(Ink.FAINT, Columns.head("skipped: " + look.line(why), room));
      case Result.Passed _ ->
          message(step).map(one -> "  " + MessageLine.of(one, look, room)).orElse("");
    };
  }

  /** What a receive took first, or what a send sent. */
  private Optional<Entry> message(StepOutcome step) {
    var taken = step.saw().stream().flatMap(saw -> saw.taken().stream()).findFirst();
    return taken.isPresent()
        ? test.transcript().stream()
            .filter(one -> one.number() == taken.get())
            .map(Numbered::entry)
            .findFirst()
        : step.label().startsWith("send") ? sent(step) : Optional.empty();
  }

  private Optional<Entry> sent(StepOutcome step) {
    return test.transcript().stream()
        .filter(one -> one.connection().equals(step.connection()))
        .map(Numbered::entry)
        .filter(entry -> isSent(entry) && isWithin(entry, step))
        .findFirst();
  }

  private static boolean isSent(Entry entry) {
    return entry instanceof Entry.Message message && message.direction() == Direction.SENT;
  }

  private static boolean isWithin(Entry entry, StepOutcome step) {
    var at = entry.at().elapsed();
    return at.compareTo(step.began()) >= 0 && at.compareTo(step.ended()) <= 0;
  }

  private String facts(StepOutcome step) {
    var facts = Stream.concat(said(step), extracted(step)).toList();
    if (facts.isEmpty()) {
      return "";
    }
    var indent = " ".repeat(INDENT + 2 * step.depth() + 2);
    var text = Columns.head(String.join(" · ", facts), look.columns() - indent.length());
    return indent + look.paint(Ink.FAINT, text) + "\n";
  }

  private Stream<String> said(StepOutcome step) {
    var facts = new ArrayList<String>();
    if (!step.connection().isEmpty()) {
      facts.add("on " + look.line(step.connection()));
    }
    if (step.background()) {
      facts.add("in the background");
    }
    if (step.tries() > 1) {
      facts.add(step.tries() + " tries");
    }
    step.latency().ifPresent(latency -> facts.add("answered in " + Amounts.duration(latency)));
    step.saw()
        .filter(saw -> saw.taken().size() > 1)
        .ifPresent(saw -> facts.add(saw.taken().size() + " messages"));
    return facts.stream();
  }

  private Stream<String> extracted(StepOutcome step) {
    return step.extracted().stream()
        .map(one -> look.line(one.name()) + " = " + look.line(JsonWriter.write(one.value())));
  }
}
