package parley.engine.check;

/** What a check came to. */
public sealed interface Outcome {

  /** It holds. */
  Outcome PASSED = new Passed();

  /** It holds. */
  record Passed() implements Outcome {}

  /**
   * It does not hold.
   *
   * @param expected what was expected, with its operator
   * @param found the value as JSON, or why there is none
   * @param path where it was looked for, as the user wrote it
   */
  record Failed(String expected, String found, String path) implements Outcome {}
}
