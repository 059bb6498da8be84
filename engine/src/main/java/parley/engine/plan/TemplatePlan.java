package parley.engine.plan;

import java.util.BitSet;
import parley.engine.expression.NoScope;
import parley.engine.expression.Scope;
import parley.engine.expression.Template;
import parley.engine.function.Arguments;
import parley.engine.function.Result;
import parley.model.collection.Source;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** A text with templates, compiled: immutable, shared by all sessions. */
public final class TemplatePlan {

  private final Source source;
  private final Template template;
  private final boolean wrong;

  private TemplatePlan(Source source, Template template, boolean wrong) {
    this.source = source;
    this.template = template;
    this.wrong = wrong;
  }

  /** Compiles {@code source}; what is wrong with it goes to {@code compiling}. */
  public static TemplatePlan of(Source source, Compiling compiling) {
    return switch (Template.read(source.text(), compiling.names())) {
      case Template.Reading.Read(var template) -> new TemplatePlan(source, template, false);
      case Template.Reading.Wrong(var problems) -> {
        problems.forEach(problem -> compiling.problem(source, problem));
        yield new TemplatePlan(source, Template.EMPTY, true);
      }
    };
  }

  /** What it comes to; one that is exactly one template keeps the kind of its value. */
  public Filled fill(Scope scope) {
    return Places.filled(source, template.fill(scope));
  }

  /** What it comes to as a text: anything but a text is written as JSON does. */
  public Filled text(Scope scope) {
    return switch (template.fill(scope)) {
      case Result.Of(Value.Text text) -> new Filled.Of(text);
      case Result.Of(var value) -> written(value);
      case Result.Fault fault -> Places.filled(source, fault);
    };
  }

  private Filled written(Value value) {
    var json = JsonWriter.begin(value, Arguments.MAX_TEXT + 1);
    return json.length() > Arguments.MAX_TEXT
        ? new Filled.Faulty(
            source.at(),
            "the text exceeds the limit of " + Arguments.MAX_TEXT + " characters",
            Result.Reason.INVALID)
        : Filled.of(json);
  }

  /** What it always comes to, where it is constant. */
  Source constant() {
    return new Source(((Filled.Of) text(new NoScope())).text(), source.at());
  }

  /** Whether it is the same in every scope; one with a problem has none to look at. */
  public boolean isConstant() {
    return !wrong && template.isConstant();
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    return template.slots();
  }

  /** As it was written. */
  public Source source() {
    return source;
  }

  @Override
  public String toString() {
    return source.text();
  }
}
