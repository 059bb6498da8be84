package parley.cli.collection;

import parley.cli.option.Misuse;

/** What looking for something that the command line names came to. */
public sealed interface Lookup<T> {

  /** It is there. */
  record Found<T>(T value) implements Lookup<T> {}

  /** It is not, or cannot be used. */
  record Failed<T>(Misuse misuse) implements Lookup<T> {}

  static <T> Lookup<T> found(T value) {
    return new Found<>(value);
  }

  static <T> Lookup<T> failed(String found, String expected) {
    return new Failed<>(new Misuse(found, expected));
  }
}
