package parley.fake.schema;

import java.util.Optional;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.fake.FieldData;
import parley.model.value.Value;

/** The formats of JSON Schema (2020-12, validation, 7.3). */
final class Formats {

  private Formats() {}

  static Optional<String> value(String format, Surroundings in) {
    return switch (format) {
      case "email", "idn-email" -> like("randomExampleEmail", in);
      case "date-time" -> named("timestamp", in);
      case "date" -> named("timestamp", in).map(text -> text.substring(0, 10));
      case "time" -> named("timestamp", in).map(text -> text.substring(11));
      case "duration" -> Optional.of("PT" + in.random().nextInt(1, 60) + "M");
      case "uri", "iri", "uri-reference", "iri-reference" -> like("randomUrl", in);
      case "uri-template" -> Optional.of("/items/{id}");
      case "uuid" -> named("uuid", in);
      case "hostname", "idn-hostname" -> like("randomDomainName", in);
      case "ipv4" -> like("randomIP", in);
      case "ipv6" -> like("randomIPV6", in);
      case "json-pointer" -> like("randomLoremWord", in).map(word -> "/" + word);
      case "relative-json-pointer" -> Optional.of("0");
      case "regex" -> Optional.of("^[a-z]+$");
      default -> Optional.empty();
    };
  }

  private static Optional<String> like(String variable, Surroundings in) {
    return in.madeUp(variable) instanceof Result.Of(Value.Text(var text))
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<String> named(String name, Surroundings in) {
    return FieldData.value(name, in)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text());
  }
}
