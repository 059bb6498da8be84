package parley.mock.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.engine.plan.Compiling;
import parley.model.collection.Content;
import parley.model.collection.Field;
import parley.model.collection.Json;
import parley.model.collection.Mock;
import parley.model.collection.Source;

/**
 * The parameters and headers of a request that an endpoint's answer to a handshake names. Where a
 * client sends none of that name they are empty texts, so that {@code request.params.user == ''}
 * says what it seems to say.
 */
record Mentions(List<String> params, List<String> headers) {

  private static final String NAME =
      "(?:\\.([A-Za-z_]\\w*)|\\[\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*])";
  private static final Pattern PARAM = Pattern.compile("\\brequest\\s*\\.\\s*params" + NAME);
  private static final Pattern HEADER = Pattern.compile("\\brequest\\s*\\.\\s*headers" + NAME);

  static Mentions of(Mock.Endpoint endpoint, Compiling compiling) {
    var sources = sources(endpoint).toList();
    sources.forEach(source -> check(source, compiling));
    return new Mentions(named(PARAM, sources), named(HEADER, sources));
  }

  private static List<String> named(Pattern pattern, List<Source> sources) {
    return sources.stream().flatMap(source -> named(pattern, source)).distinct().toList();
  }

  private static Stream<String> named(Pattern pattern, Source source) {
    return pattern
        .matcher(source.text())
        .results()
        .map(match ->
            Stream.of(1, 2, 3).map(match::group).filter(s -> s != null).findFirst().orElse(""));
  }

  private static void check(Source source, Compiling compiling) {
    named(HEADER, source)
        .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)))
        .forEach(name ->
            compiling.problem(
                source.at(),
                "the header `" + name + "`",
                "names of headers in lower case, as `request.headers` has them",
                "write `" + name.toLowerCase(Locale.ROOT) + "`"));
  }

  private static Stream<Source> sources(Mock.Endpoint endpoint) {
    return Stream.concat(
        endpoint.accept().headers().stream().flatMap(Mentions::sources),
        endpoint.reject().stream().flatMap(Mentions::sources));
  }

  private static Stream<Source> sources(Mock.Reject reject) {
    return Stream.of(
            reject.when().stream(),
            reject.headers().stream().flatMap(Mentions::sources),
            reject.body().stream().flatMap(Mentions::sources))
        .flatMap(some -> some);
  }

  private static Stream<Source> sources(Field field) {
    return Stream.of(field.name(), field.value());
  }

  private static Stream<Source> sources(Content content) {
    return switch (content) {
      case Content.Text(var text) -> Stream.of(text);
      case Content.JsonBlock(var text) -> Stream.of(text);
      case Content.Xml(var text) -> Stream.of(text);
      case Content.Hex(var text) -> Stream.of(text);
      case Content.Base64(var text) -> Stream.of(text);
      case Content.JsonValue(var json) -> sources(json);
      case Content.File _, Content.Ping _, Content.Close _ -> Stream.empty();
      case Content.Frame _, Content.Raw _ -> Stream.empty();
    };
  }

  private static Stream<Source> sources(Json json) {
    return switch (json) {
      case Json.Literal _ -> Stream.empty();
      case Json.Text(var source) -> Stream.of(source);
      case Json.Items(var items, var _) -> items.stream().flatMap(Mentions::sources);
      case Json.Members(var members, var _) ->
          members.stream()
              .flatMap(one -> Stream.concat(Stream.of(one.name()), sources(one.value())));
    };
  }
}
