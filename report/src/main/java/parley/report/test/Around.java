package parley.report.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.report.Amounts;
import parley.report.Columns;
import parley.report.Palette.Ink;

/** The messages around a step that went wrong, and what became of each. */
final class Around {

  private static final int BEFORE = 10;
  private static final int AFTER = 2;

  private static final Saw NOTHING = new Saw(List.of(), List.of(), 0, 0, 0);

  private final TestOutcome test;
  private final StepOutcome step;
  private final Saw saw;
  private final Look look;
  private final String indent;
  private final Map<Long, CheckOutcome> rejected = new HashMap<>();
  private final Map<Long, String> takers = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private Around(TestOutcome test, StepOutcome step, Look look, String indent) {
    this.test = test;
    this.step = step;
    this.saw = step.saw().orElse(NOTHING);
    this.look = look;
    this.indent = indent;
    saw.rejected().forEach(one -> rejected.put(one.number(), one.why()));
    for (var other : test.outcome().steps()) {
      other.saw().ifPresent(seen -> note(other, seen));
    }
  }

  private void note(StepOutcome other, Saw seen) {
    var by = other.number() == step.number() ? "taken" : "taken by " + look.line(other.label());
    seen.taken().forEach(number -> takers.putIfAbsent(number, by));
  }

  /** Lines, each ended; none when nothing was on the wire. */
  static String of(TestOutcome test, StepOutcome step, Look look, String indent) {
    var around = new Around(test, step, look, indent);
    around.entries(around.chosen(around.told()), true);
    around.rest();
    return around.out.toString();
  }

  /**
   * Only the messages that the step speaks of, when it says more than that it took one; lines, each
   * ended.
   */
  static String seen(TestOutcome test, StepOutcome step, Look look, String indent) {
    var around = new Around(test, step, look, indent);
    var saw = around.saw;
    if (saw.rejectedCount() > 0 || saw.taken().size() > 1 || saw.left() > 0 || saw.dropped() > 0) {
      around.entries(around.named(), false);
      around.rest();
    }
    return around.out.toString();
  }

  private List<Numbered> told() {
    return test.transcript().stream().filter(one -> MessageLine.isTold(one.entry())).toList();
  }

  private Set<Long> named() {
    var named = new HashSet<Long>(rejected.keySet());
    saw.taken().stream().limit(BEFORE).forEach(named::add);
    return named;
  }

  private void entries(Set<Long> shown, boolean gaps) {
    var told = told();
    var left = leftIn(told);
    var labels = labelColumns(told);
    var skipped = 0;
    for (var one : told) {
      if (shown.contains(one.number())) {
        gap(gaps ? skipped : 0);
        entry(one, labels, left);
        skipped = 0;
      } else {
        skipped++;
      }
    }
  }

  /** The last ones up to the step's end, a few after it, and all that the step speaks of. */
  private Set<Long> chosen(List<Numbered> told) {
    var end = 0;
    while (end < told.size() && told.get(end).entry().at().elapsed().compareTo(step.ended()) <= 0) {
      end++;
    }
    var chosen = named();
    told.subList(Math.max(0, end - BEFORE), end).forEach(one -> chosen.add(one.number()));
    told.subList(end, told.size()).stream()
        .filter(one -> one.entry() instanceof Entry.Message)
        .limit(AFTER)
        .forEach(one -> chosen.add(one.number()));
    return chosen;
  }

  /** What nobody took, when that is what the inbox still had; rules take messages, too. */
  private Set<Long> leftIn(List<Numbered> told) {
    var left = new HashSet<Long>();
    for (var one : told) {
      var late = one.entry().at().elapsed().compareTo(step.ended()) > 0;
      if (!late && isInbound(one) && !takers.containsKey(one.number())) {
        left.add(one.number());
      }
    }
    return left.size() == saw.left() ? left : Set.of();
  }

  private boolean isInbound(Numbered one) {
    return MessageLine.isReceived(one.entry()) && one.connection().equals(step.connection());
  }

  private static int labelColumns(List<Numbered> told) {
    var names = new HashSet<String>();
    told.forEach(one -> names.add(one.connection()));
    return names.size() < 2
        ? 0
        : names.stream().mapToInt(Columns::width).map(width -> Math.min(width, 12)).max().orElse(0)
            + 2;
  }

  private void gap(int skipped) {
    if (skipped > 0) {
      faint("     … " + skipped + " more");
    }
  }

  private void entry(Numbered one, int labels, Set<Long> left) {
    var note = Columns.head(note(one, left), look.columns() / 3);
    var start = start(one, labels);
    var room = look.columns() - indent.length() - Columns.width(start) - Columns.width(note) - 2;
    var line = MessageLine.of(one.entry(), look, Math.max(16, room));
    out.append(indent).append(look.paint(Ink.FAINT, start)).append(line);
    out.append(note.isEmpty() ? "" : "  " + look.paint(Ink.FAINT, note)).append('\n');
    var why = rejected.get(one.number());
    if (why != null) {
      why(why, Columns.width(start));
    }
  }

  private String start(Numbered one, int labels) {
    var number = Columns.right("#" + one.number(), 4);
    var time = Columns.right(Amounts.duration(one.entry().at().elapsed()), 8);
    var label = Columns.head(one.connection(), Math.max(0, labels - 2));
    return number + " " + time + "  " + Columns.left(label, labels);
  }

  private String note(Numbered one, Set<Long> left) {
    if (rejected.containsKey(one.number())) {
      return "rejected";
    }
    return takers.getOrDefault(one.number(), left.contains(one.number()) ? "left" : "");
  }

  /** What spoke against a message. */
  private void why(CheckOutcome check, int column) {
    var text =
        look.line(check.subject())
            + ": expected "
            + look.line(check.expected())
            + ", found "
            + look.line(check.found());
    var room = look.columns() - indent.length() - column - 4;
    out.append(indent).append(" ".repeat(column + 2));
    out.append(look.paint(Ink.WARNING, "└ " + Columns.head(text, room))).append('\n');
  }

  private void rest() {
    var parts = new ArrayList<String>();
    if (saw.taken().size() > BEFORE) {
      parts.add(saw.taken().size() + " taken");
    }
    if (saw.rejectedCount() > rejected.size()) {
      parts.add(saw.rejectedCount() + " rejected by where");
    }
    if (saw.left() > 0) {
      parts.add(saw.left() + " left in the inbox");
    }
    if (!parts.isEmpty()) {
      faint("     " + String.join(" · ", parts));
    }
    if (saw.dropped() > 0) {
      faint("     " + saw.dropped() + " dropped: the inbox was full, see `settings: inbox`");
    }
  }

  private void faint(String text) {
    var shown = Columns.head(text, look.columns() - indent.length());
    out.append(indent).append(look.paint(Ink.FAINT, shown)).append('\n');
  }
}
