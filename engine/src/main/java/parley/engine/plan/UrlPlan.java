package parley.engine.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.model.collection.Position;

/** The path and query parameters of a URL, compiled. */
record UrlPlan(List<FieldPlan> path, List<FieldPlan> params) {

  /** {@code url} with values in its path, and with the parameters behind its own. */
  String fill(String url, Position at, List<NamedValue> more, Filling filling) {
    return withQuery(
        PathParameters.fill(url, at, path, filling), Stream.concat(params(filling), more.stream()));
  }

  /** The same for a URL given in place of its own, whose parameters win over those of a name. */
  String fillOther(String url, Position at, List<NamedValue> more, Filling filling) {
    var names = namesIn(url);
    return withQuery(
        PathParameters.fill(url, at, path, filling),
        Stream.concat(params(filling), more.stream())
            .filter(param -> !names.contains(PercentCode.encode(param.name()))));
  }

  private Stream<NamedValue> params(Filling filling) {
    return params.stream()
        .map(param -> new NamedValue(filling.text(param.name()), filling.text(param.value())));
  }

  private static List<String> namesIn(String url) {
    var query = url.indexOf('?');
    return query < 0
        ? List.of()
        : Stream.of(url.substring(query + 1).split("&", -1))
            .map(one -> one.split("=", 2)[0])
            .toList();
  }

  private static String written(NamedValue param) {
    return PercentCode.encode(param.name()) + "=" + PercentCode.encode(param.value());
  }

  private static String withQuery(String url, Stream<NamedValue> params) {
    var query = params.map(UrlPlan::written).collect(Collectors.joining("&"));
    if (query.isEmpty()) {
      return url;
    }
    if (url.indexOf('?') < 0) {
      return url + "?" + query;
    }
    return url.endsWith("?") || url.endsWith("&") ? url + query : url + "&" + query;
  }
}
