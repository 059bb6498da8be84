package parley.engine.plan;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import parley.engine.function.Result;
import parley.engine.path.JsonPath;
import parley.model.collection.Subject;
import parley.protocol.endpoint.Closure;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;

/** What a check looks at, compiled. */
sealed interface SubjectPlan {

  /** The value, or why there is none. */
  Result value(MessageSight sight);

  /** The same where only presence counts: that a path of several finds nothing is no value. */
  default Result presence(MessageSight sight) {
    return value(sight);
  }

  /** The path that it is, where that is always the same. */
  default Optional<JsonPath> path() {
    return Optional.empty();
  }

  /** A path into the message. */
  record Path(PathPlan plan) implements SubjectPlan {

    @Override
    public Result value(MessageSight sight) {
      return plan.find(sight.scope());
    }

    @Override
    public Result presence(MessageSight sight) {
      return plan.matches(sight.scope()) instanceof Matches.Some(var all) && all.isEmpty()
          ? Faults.missing("nothing")
          : value(sight);
    }

    @Override
    public Optional<JsonPath> path() {
      return plan.constant();
    }
  }

  /** Parts of XML or HTML. */
  record Marked(MarkupPlan plan) implements SubjectPlan {

    @Override
    public Result value(MessageSight sight) {
      return plan.value(sight);
    }
  }

  /** What a template comes to. */
  record Filling(TemplatePlan template) implements SubjectPlan {

    @Override
    public Result value(MessageSight sight) {
      return switch (template.fill(sight.scope())) {
        case Filled.Of(var value) -> Result.of(value);
        case Filled.Faulty(_, var text, var reason) -> new Result.Fault(reason, 0, text);
      };
    }
  }

  /** A header of the handshake's answer, in a mock of the request; several are joined. */
  record HeaderNamed(String name) implements SubjectPlan {

    @Override
    public Result value(MessageSight sight) {
      var values =
          sight.facts().headers().stream()
              .filter(header -> header.isNamed(name))
              .map(Header::value)
              .toList();
      return values.isEmpty()
          ? Faults.missing("no header " + name)
          : Result.of(values.stream().collect(Collectors.joining(", ")));
    }
  }

  /** A property of the message or of the connection. */
  record Property(Subject.Kind kind) implements SubjectPlan {

    @Override
    public Result value(MessageSight sight) {
      return switch (kind) {
        case TEXT -> MessageText.of(sight).value();
        case HEX -> ofMessage(sight, () -> Result.of(hex(sight.payload())));
        case KIND -> ofMessage(sight, () -> Result.of(sight.isText() ? "text" : "binary"));
        case SIZE -> ofMessage(sight, () -> Result.of(sight.payload().remaining()));
        case STATUS ->
            sight.facts().status().map(Result::of).orElseGet(() -> Faults.missing("no answer yet"));
        case SUBPROTOCOL ->
            sight
                .facts()
                .subprotocol()
                .map(Result::of)
                .orElseGet(() -> Faults.missing("none agreed on"));
        case CODE -> ofEnd(sight, closure -> Result.of(closure.code().value()));
        case REASON -> ofEnd(sight, Property::reason);
      };
    }

    private static String hex(ByteBuffer payload) {
      return HexFormat.of().formatHex(Bytes.copyOf(payload).toArray());
    }

    private static Result reason(Closure closure) {
      return closure
          .received()
          .map(status -> Result.of(status.reason().toText()))
          .orElseGet(() -> Faults.missing("no Close frame came"));
    }

    private static Result ofEnd(MessageSight sight, Function<Closure, Result> use) {
      return sight
          .facts()
          .closure()
          .map(use)
          .orElseGet(() -> Faults.missing("the connection is open"));
    }

    private static Result ofMessage(MessageSight sight, Supplier<Result> property) {
      return sight.hasMessage()
          ? property.get()
          : Faults.invalid("there is not exactly one message here");
    }
  }

  /** Compiles {@code subject}; what is wrong with it goes to {@code compiling}. */
  static SubjectPlan of(Subject subject, Compiling compiling) {
    return switch (subject) {
      case Subject.Path(var source) -> new Path(PathPlan.of(source, compiling));
      case Subject.Property(var kind) -> new Property(kind);
      case Subject.Header(var name) -> new HeaderNamed(name);
      case Subject.Template(var source) -> new Filling(TemplatePlan.of(source, compiling));
      case Subject.XPath(var source) -> new Marked(MarkupPlan.xpath(source, compiling));
      case Subject.Css(var source) -> new Marked(MarkupPlan.css(source, compiling));
    };
  }

  /** As the user wrote it. */
  static String shown(Subject subject) {
    return switch (subject) {
      case Subject.Path(var source) -> source.text();
      case Subject.Property(var kind) -> kind.name().toLowerCase(Locale.ROOT);
      case Subject.Header(var name) -> "header." + name;
      case Subject.Template(var source) -> source.text();
      case Subject.XPath(var source) -> "xpath(" + source.text() + ")";
      case Subject.Css(var source) -> "css(" + source.text() + ")";
    };
  }
}
