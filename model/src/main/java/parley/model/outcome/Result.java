package parley.model.outcome;

/** What a step, or a whole conversation, came to. */
public sealed interface Result {

  /** It did what it should. */
  record Passed() implements Result {}

  /**
   * The other side did something else than was expected.
   *
   * @param text one sentence: what was expected and what was found
   */
  record Failed(String text) implements Result {}

  /**
   * It could not be done, so that it says nothing of the other side: no connection, a file that is
   * not there, an expression that makes no sense for what it met.
   *
   * @param text one sentence: what was found and what to do
   */
  record Broken(String text) implements Result {}

  /** It was left out, and why. */
  record Skipped(String text) implements Result {}

  /** The word for it, as summaries have it. */
  default String word() {
    return switch (this) {
      case Passed _ -> "passed";
      case Failed _ -> "failed";
      case Broken _ -> "broken";
      case Skipped _ -> "skipped";
    };
  }

  /** Why, in one sentence; empty when it passed. */
  default String why() {
    return switch (this) {
      case Passed _ -> "";
      case Failed(var text) -> text;
      case Broken(var text) -> text;
      case Skipped(var text) -> text;
    };
  }

  /** Whether the conversation counts as good with it. */
  default boolean isGood() {
    return switch (this) {
      case Passed _, Skipped _ -> true;
      case Failed _, Broken _ -> false;
    };
  }
}
