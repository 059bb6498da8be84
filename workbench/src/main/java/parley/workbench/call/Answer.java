package parley.workbench.call;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/** What a call of the page is answered with. */
public sealed interface Answer {

  /** An answer that says no more than that it was done. */
  Answer DONE = new Result(Json.object().value());

  /** It was done. */
  record Result(Value value) implements Answer {}

  /**
   * It was not done.
   *
   * @param code what the page decides by
   * @param text one sentence for the user: what was found
   * @param hintOrNull what to do
   * @param moreOrNull what the page needs to offer a way out
   */
  record Refusal(Code code, String text, @Nullable String hintOrNull, @Nullable Value moreOrNull)
      implements Answer {}

  /** Why something was not done. */
  enum Code {
    /** It has changed since the page looked at it. */
    CONFLICT,
    /** It is not there (any more). */
    MISSING,
    /** It is not allowed, such as a path out of the collection. */
    REFUSED,
    /** What the user gave makes no sense. */
    INVALID,
    /** There is no room: a full disk, a limit. */
    FULL,
    /** It comes with a later release. */
    UNSUPPORTED,
    /** The page called wrongly. */
    BAD_CALL,
    /** A fault of ours. */
    BROKEN;

    /** As the page knows it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Answer of(Value value) {
    return new Result(value);
  }

  static Answer of(Json.Fields object) {
    return new Result(object.value());
  }

  static Answer refuse(Code code, String text) {
    return new Refusal(code, text, null, null);
  }

  static Answer refuse(Code code, String text, String hint) {
    return new Refusal(code, text, hint, null);
  }
}
