package parley.workspace;

/** What looking for something that a person names came to. */
public sealed interface Lookup<T> {

  /** It is there. */
  record Found<T>(T value) implements Lookup<T> {}

  /** It is not, or cannot be used. */
  record Failed<T>(Refusal refusal) implements Lookup<T> {}

  static <T> Lookup<T> found(T value) {
    return new Found<>(value);
  }

  static <T> Lookup<T> failed(String found, String expected) {
    return new Failed<>(new Refusal(found, expected));
  }
}
