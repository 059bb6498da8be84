package parley.engine.plan;

import parley.engine.function.Result;
import parley.model.collection.Source;

/** From what an evaluation came to in a text to what that is in its file. */
final class Places {

  private Places() {}

  /** The result, with its place in the file. */
  static Filled filled(Source source, Result result) {
    return switch (result) {
      case Result.Of(var value) -> new Filled.Of(value);
      case Result.Fault fault ->
          new Filled.Faulty(source.place(fault.at()), fault.text(), fault.reason());
    };
  }
}
