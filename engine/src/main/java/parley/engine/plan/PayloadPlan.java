package parley.engine.plan;

import java.util.BitSet;
import parley.engine.check.Shown;
import parley.engine.expression.NoScope;
import parley.engine.expression.Scope;
import parley.model.collection.Content;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;

/** The bytes that a message carries, compiled. */
sealed interface PayloadPlan {

  /** The bytes as they are in {@code scope}. */
  Payload make(Scope scope);

  /** The slots of the variables it uses. */
  BitSet slots();

  /** The same in every scope. */
  record Constant(Bytes bytes) implements PayloadPlan {

    @Override
    public Payload make(Scope scope) {
      return new Payload.Ready(bytes);
    }

    @Override
    public BitSet slots() {
      return new BitSet();
    }
  }

  /** A text that stands for bytes. */
  record Text(TemplatePlan text, Coding coding) implements PayloadPlan {

    @Override
    public Payload make(Scope scope) {
      return switch (text.text(scope)) {
        case Filled.Of filled -> decoded(filled.text());
        case Filled.Faulty faulty -> new Payload.Faulty(faulty.at(), faulty.text());
      };
    }

    private Payload decoded(String filled) {
      return coding
          .decode(filled)
          .<Payload>map(Payload.Ready::new)
          .orElseGet(() ->
              new Payload.Faulty(
                  text.source().at(),
                  "found %s, expected %s".formatted(Shown.text(filled), coding.phrase())));
    }

    @Override
    public BitSet slots() {
      return text.slots();
    }
  }

  /** JSON of a known shape. */
  record Tree(JsonPlan json) implements PayloadPlan {

    @Override
    public Payload make(Scope scope) {
      return switch (json.text(scope)) {
        case Filled.Of filled -> new Payload.Ready(Bytes.utf8(filled.text()));
        case Filled.Faulty faulty -> new Payload.Faulty(faulty.at(), faulty.text());
      };
    }

    @Override
    public BitSet slots() {
      return json.slots();
    }
  }

  /** What stands in a file. */
  record InFile(TemplatePlan path) implements PayloadPlan {

    @Override
    public Payload make(Scope scope) {
      return switch (path.text(scope)) {
        case Filled.Of filled ->
            new Payload.NeedsFile(new Source(filled.text(), path.source().at()));
        case Filled.Faulty faulty -> new Payload.Faulty(faulty.at(), faulty.text());
      };
    }

    @Override
    public BitSet slots() {
      return path.slots();
    }
  }

  /** No bytes. */
  PayloadPlan NOTHING = new Constant(Bytes.EMPTY);

  /** The bytes of {@code content}: of a close its reason, of a frame its payload. */
  static PayloadPlan of(Content content, Compiling compiling) {
    return switch (content) {
      case Content.Text(var text) -> text(text, Coding.UTF8, compiling);
      case Content.JsonBlock(var text) -> text(text, Coding.UTF8, compiling);
      case Content.Xml(var text) -> text(text, Coding.UTF8, compiling);
      case Content.Ping(var text) -> text(text, Coding.UTF8, compiling);
      case Content.Hex(var digits) -> text(digits, Coding.HEX, compiling);
      case Content.Raw(var digits) -> text(digits, Coding.HEX, compiling);
      case Content.Base64(var text) -> text(text, Coding.BASE64, compiling);
      case Content.JsonValue(var json) -> tree(JsonPlan.of(json, compiling));
      case Content.File(var path) -> file(TemplatePlan.of(path, compiling), compiling);
      case Content.Close(var with) ->
          with.reason().map(reason -> text(reason, Coding.UTF8, compiling)).orElse(NOTHING);
      case Content.Frame(var parts) ->
          parts.payload().map(payload -> of(payload, compiling)).orElse(NOTHING);
    };
  }

  private static PayloadPlan text(Source source, Coding coding, Compiling compiling) {
    var template = TemplatePlan.of(source, compiling);
    if (!template.isConstant()) {
      return new Text(template, coding);
    }
    var bytes = coding.decode(template.constant().text());
    if (bytes.isEmpty()) {
      compiling.problem(source.at(), Shown.text(template.constant().text()), coding.phrase());
    }
    return bytes.<PayloadPlan>map(Constant::new).orElse(NOTHING);
  }

  private static PayloadPlan tree(JsonPlan json) {
    return json.isConstant() && json.text(new NoScope()) instanceof Filled.Of filled
        ? new Constant(Bytes.utf8(filled.text()))
        : new Tree(json);
  }

  private static PayloadPlan file(TemplatePlan path, Compiling compiling) {
    if (path.isConstant()
        && compiling.files().locate(path.constant()) instanceof FileAccess.Location.Refused no) {
      compiling.problem(path.source().at(), "`" + path + "`: " + no.why(), "a file");
    }
    return new InFile(path);
  }
}
