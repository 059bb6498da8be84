package parley.protocol.authentication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way to say who one is, as a server or proxy asks for it (RFC 9110, 11.3).
 *
 * @param scheme such as {@code Basic}, as it was spelled
 * @param token68OrNull what some schemes have in place of parameters
 * @param parameters in their order, with their repetitions
 */
public record Challenge(String scheme, @Nullable String token68OrNull, List<Parameter> parameters) {

  public Challenge {
    parameters = List.copyOf(parameters);
  }

  /** A parameter; the value is without its quotes. */
  public record Parameter(String name, String value) {

    @Override
    public String toString() {
      return name + "=" + QuotedString.of(value);
    }
  }

  /** Whether this is the scheme {@code wanted}, in any case (RFC 9110, 11.1). */
  public boolean isScheme(String wanted) {
    return scheme.equalsIgnoreCase(wanted);
  }

  /** The value of the first parameter {@code name}, in any case (RFC 9110, 11.2). */
  public Optional<String> parameter(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equalsIgnoreCase(name))
        .map(Parameter::value)
        .findFirst();
  }

  public Optional<String> token68() {
    return Optional.ofNullable(token68OrNull);
  }

  /** As it stands in a header, every value in quotes. */
  @Override
  public String toString() {
    var rest =
        token68()
            .orElseGet(() ->
                parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ")));
    return rest.isEmpty() ? scheme : scheme + " " + rest;
  }
}
