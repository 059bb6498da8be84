package parley.protocol.deflate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One element of Sec-WebSocket-Extensions: an offer or an answer (RFC 6455, 9.1). */
public record Extension(String name, List<Parameter> parameters) {

  /**
   * One parameter of an extension.
   *
   * @param valueOrNull the value without quotes; null when the parameter has none
   */
  public record Parameter(String name, @Nullable String valueOrNull) {

    /** A parameter without a value. */
    public static Parameter of(String name) {
      return new Parameter(name, null);
    }

    /** A parameter with a decimal number as its value. */
    public static Parameter of(String name, int value) {
      return new Parameter(name, Integer.toString(value));
    }

    /** The value without quotes; empty when there is none. */
    public Optional<String> value() {
      return Optional.ofNullable(valueOrNull);
    }

    /** As it stands in a header: {@code name} or {@code name=value}. */
    @Override
    public String toString() {
      return value().map(value -> name + "=" + value).orElse(name);
    }
  }

  public Extension {
    parameters = List.copyOf(parameters);
  }

  /** As it stands in a header, such as {@code permessage-deflate; server_max_window_bits=10}. */
  public String toHeaderValue() {
    return parameters.stream()
        .map(parameter -> "; " + parameter)
        .collect(Collectors.joining("", name, ""));
  }
}
