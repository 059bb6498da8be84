package parley.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.connection.WsUrl;

/**
 * What can never be connected to or sent, whatever the variables are: found before anything runs.
 */
final class HandshakeSense {

  private static final String EXPECTED = ": expected ";

  private HandshakeSense() {}

  static void check(@Nullable TemplatePlan url, HeadersPlan headers, Compiling compiling) {
    if (url != null && url.isConstant()) {
      url(url, compiling);
    }
    headers.headers().forEach(header -> lines(header, compiling));
    headers.cookies().forEach(cookie -> lines(cookie, compiling));
    headers.subprotocols().forEach(name -> line(name, compiling));
  }

  private static void url(TemplatePlan url, Compiling compiling) {
    if (WsUrl.parse(url.constant().text()) instanceof WsUrl.Parsed.Invalid(var problem)) {
      var at = problem.indexOf(EXPECTED);
      compiling.problem(
          url.source().at(),
          "`" + url + "`: " + (at < 0 ? problem : problem.substring(0, at)),
          at < 0 ? "a URL that can be connected to" : problem.substring(at + EXPECTED.length()));
    }
  }

  private static void lines(FieldPlan field, Compiling compiling) {
    List.of(field.name(), field.value()).forEach(text -> line(text, compiling));
  }

  private static void line(TemplatePlan text, Compiling compiling) {
    if (text.isConstant() && !Filling.isLine(text.constant().text())) {
      compiling.problem(
          text.source().at(), "a line break or NUL", "one line: no header can hold them");
    }
  }
}
