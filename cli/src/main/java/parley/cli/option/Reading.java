package parley.cli.option;

/** What reading a piece of an argument came to. */
public sealed interface Reading<T> {

  record Good<T>(T value) implements Reading<T> {}

  /**
   * The text says nothing that can be used.
   *
   * @param expected what would have been, as a noun phrase
   * @param example one text that would do
   */
  record Bad<T>(String expected, String example) implements Reading<T> {}

  static <T> Reading<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Reading<T> bad(String expected, String example) {
    return new Bad<>(expected, example);
  }
}
