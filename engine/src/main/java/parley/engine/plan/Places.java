package parley.engine.plan;

import parley.engine.function.Result;
import parley.model.collection.Position;
import parley.model.collection.Source;

/** From offsets in a text to places in its file. */
final class Places {

  private Places() {}

  /** The place of {@code offset}; the lines of a block begin below its header. */
  static Position of(Source source, int offset) {
    var text = source.text();
    var at = source.at();
    if (text.indexOf('\n') < 0) {
      return new Position(at.file(), at.line(), at.column() + offset);
    }
    var before = text.substring(0, offset);
    var line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(at.file(), at.line() + 1 + line, offset - before.lastIndexOf('\n'));
  }

  /** The result, with its place in the file. */
  static Filled filled(Source source, Result result) {
    return switch (result) {
      case Result.Of(var value) -> new Filled.Of(value);
      case Result.Fault(var reason, var at, var text) ->
          new Filled.Faulty(of(source, at), text, reason);
    };
  }
}
