package parley.mock.plan;

import java.util.ArrayList;
import java.util.List;
import parley.engine.function.Result;
import parley.engine.plan.FieldPlan;
import parley.engine.plan.Filled;
import parley.engine.plan.TemplatePlan;
import parley.model.value.Value;
import parley.protocol.handshake.Header;

/** Headers of an answer, compiled. */
record HeaderPlan(List<FieldPlan> fields) {

  /** What filling headers came to. */
  sealed interface Filling {

    record Full(List<Header> headers) implements Filling {}

    record Broken(Verdict.Undecided why) implements Filling {}
  }

  HeaderPlan {
    fields = List.copyOf(fields);
  }

  Filling fill(Evaluation evaluation) {
    var headers = new ArrayList<Header>();
    for (var field : fields) {
      var name = text(field.name(), evaluation);
      var value = text(field.value(), evaluation);
      if (name instanceof Filled.Of(Value.Text(var nameText))
          && value instanceof Filled.Of(Value.Text(var valueText))) {
        headers.add(new Header(nameText, valueText));
      } else {
        return new Filling.Broken(broken(name instanceof Filled.Faulty ? name : value, field));
      }
    }
    return new Filling.Full(headers);
  }

  private static Verdict.Undecided broken(Filled found, FieldPlan field) {
    return found instanceof Filled.Faulty(var at, var text, var _)
        ? new Verdict.Undecided(at, text)
        : new Verdict.Undecided(field.value().source().at(), "a header's text was expected");
  }

  /** A text of one line: a line end would begin another header (RFC 9112, 2.2). */
  private static Filled text(TemplatePlan template, Evaluation evaluation) {
    var filled = evaluation.fill(template::text);
    return filled instanceof Filled.Of(Value.Text(var text))
            && text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)
        ? new Filled.Faulty(
            template.source().at(),
            "a header has one line, and `" + template + "` came to several",
            Result.Reason.INVALID)
        : filled;
  }
}
