package parley.files.shape;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key of a map: what it is called, what stands there and what it is for.
 *
 * @param docs one sentence for people
 * @param defaultOrNull what holds when the key is not there
 */
public record Key<T>(
    String name,
    Shape<? extends T> shape,
    String docs,
    boolean required,
    @Nullable Default<T> defaultOrNull,
    Merge merge) {

  /** A key that may be left out, and replaces what is inherited. */
  public static <T> Key<T> of(String name, Shape<? extends T> shape, String docs) {
    return new Key<>(name, shape, docs, false, null, Merge.REPLACE);
  }

  /** The same key, which may not be left out. */
  public Key<T> needed() {
    return new Key<>(name, shape, docs, true, defaultOrNull, merge);
  }

  /** The same key with what holds when it is left out. */
  public Key<T> orElse(String text) {
    return new Key<>(name, shape, docs, required, new Default<>(text), merge);
  }

  /** The same key, inherited in another way. */
  public Key<T> inherited(Merge how) {
    return new Key<>(name, shape, docs, required, defaultOrNull, how);
  }

  /** What holds when the key is left out, as it would be written. */
  public Optional<String> byDefault() {
    return Optional.ofNullable(defaultOrNull).map(Default::text);
  }

  /** The value when the key is left out; the key must have one. */
  T defaultValue() {
    return Optional.ofNullable(defaultOrNull).orElseThrow(this::noValue).value(name, shape);
  }

  private IllegalStateException noValue() {
    return new IllegalStateException("`" + name + "` has neither a value nor a default");
  }
}
