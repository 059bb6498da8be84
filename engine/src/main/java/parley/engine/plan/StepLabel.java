package parley.engine.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.model.collection.Check;
import parley.model.collection.Content;
import parley.model.collection.Json;
import parley.model.collection.Operator;
import parley.model.collection.Step;
import parley.model.collection.Subject;
import parley.model.collection.Variable;

/** What people call a step: its verb and what it is about. */
public final class StepLabel {

  /** Longer texts are cut, in UTF-16 code units. */
  private static final int MAX_TEXT = 40;

  private StepLabel() {}

  static String of(Step step) {
    return switch (step) {
      case Step.Connect connect -> with("connect", String.join(", ", connect.names()));
      case Step.Send send -> with("send", message(send));
      case Step.Receive receive -> with("receive", id(step, where(receive.where())));
      case Step.Absent absent -> with("absent", id(step, where(absent.where())));
      case Step.Closed closed -> with("closed", closed.by() == Step.By.ANYBODY ? "" : by(closed));
      case Step.Ping ping -> with("ping", ping.payload().text());
      case Step.Close close -> with("close", close.with().code().map(String::valueOf).orElse(""));
      case Step.Wait wait -> with("wait", Durations.text(wait.time()));
      case Step.Assign assign -> with("set", names(assign.modifiers().set()));
      case Step.Verify _ -> with("check", id(step, ""));
      case Step.Group group -> with("group", id(step, group.name()));
      case Step.ForEach loop -> with("for each", loop.item());
      case Step.Parallel _ -> with("parallel", id(step, ""));
      case Step.Use use -> with("use", use.file().text());
      case Step.Script _ -> with("script", id(step, ""));
      case Step.Stop stop -> with("stop", stop.reason().text());
      case Step.Skip skip -> with("skip", skip.reason().text());
      case Step.Reset _ -> "reset";
      case Step.Broadcast broadcast -> with("broadcast to", broadcast.to().text());
      case Step.Join join -> with("join", join.room().text());
      case Step.Leave leave -> with("leave", leave.room().text());
    };
  }

  /** Of a {@code stop}, or a {@code skip}, whose reason is known. */
  public static String leaving(boolean ends, String reason) {
    return with(ends ? "stop" : "skip", reason);
  }

  private static String with(String verb, String object) {
    var shown = object.length() > MAX_TEXT ? object.substring(0, MAX_TEXT) + "..." : object;
    return shown.isBlank() ? verb : verb + " " + shown;
  }

  private static String by(Step.Closed closed) {
    return closed.by() == Step.By.SERVER ? "by the server" : "by the client";
  }

  private static String id(Step step, String otherwise) {
    return step.modifiers().id().orElse(otherwise);
  }

  private static String names(List<Variable> variables) {
    return variables.stream().map(Variable::name).collect(Collectors.joining(", "));
  }

  private static String message(Step.Send send) {
    return switch (send.what()) {
      case Step.What.Saved(var name) -> name.text();
      case Step.What.Inline(var message) -> id(send, kind(message.content()));
    };
  }

  private static String kind(Content content) {
    return switch (content) {
      case Content.Text _ -> "text";
      case Content.JsonValue _ -> "json";
      case Content.JsonBlock _ -> "json";
      case Content.Xml _ -> "xml";
      case Content.Hex _ -> "hex";
      case Content.Base64 _ -> "base64";
      case Content.File(var path) -> path.text();
      case Content.Ping _ -> "ping";
      case Content.Close _ -> "close";
      case Content.Frame _ -> "frame";
      case Content.Raw _ -> "bytes";
    };
  }

  private static String where(List<Check> checks) {
    return checks.stream().map(StepLabel::where).collect(Collectors.joining(", "));
  }

  private static String where(Check check) {
    return switch (check) {
      case Check.Expression(var expression) -> expression.text();
      case Check.Of of -> subject(of.subject()) + operand(of);
      case Check.Schema(var file, _) -> "schema " + file.text();
      case Check.Sequence _ -> "sequence";
      case Check.Order order -> "order of " + order.path();
      case Check.Following following -> "order of " + following.path();
      case Check.Unique unique -> "unique " + unique.path();
      case Check.Told told -> where(told.check());
    };
  }

  /** Most filters compare with a word, which then says more than all else. */
  private static String operand(Check.Of of) {
    return of.operations().size() == 1 && of.operations().getFirst().operator() == Operator.EQUALS
        ? switch (of.operations().getFirst().operand()) {
          case Json.Literal(var text, _) -> " " + text;
          case Json.Text(var source) -> " " + source.text();
          case Json.Members _ -> "";
          case Json.Items _ -> "";
        }
        : "";
  }

  private static String subject(Subject subject) {
    return switch (subject) {
      case Subject.Path(var path) -> path.text();
      case Subject.Property(var kind) -> kind.name().toLowerCase(Locale.ROOT);
      case Subject.Header(var name) -> "header." + name;
      case Subject.XPath(var path) -> path.text();
      case Subject.Css(var selector) -> selector.text();
      case Subject.Template(var template) -> template.text();
    };
  }
}
