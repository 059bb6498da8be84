package parley.engine.markup;

import org.jsoup.Jsoup;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import parley.model.value.Value;

/** A CSS selector into HTML: immutable, used by any thread. It finds the texts of elements. */
public final class CssQuery implements MarkupQuery {

  private final Evaluator evaluator;

  private CssQuery(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Reads a selector. */
  public static Reading read(String text) {
    try {
      return new Reading.Read(new CssQuery(QueryParser.parse(text)));
    } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
      return new Reading.Wrong("is no CSS selector: " + wrong.getMessage());
    }
  }

  /** HTML as browsers read it, so that every text is some HTML. */
  @Override
  public Found find(String text) {
    return new Found.Values(
        Jsoup.parse(text).select(evaluator).stream()
            .<Value>map(element -> Value.of(element.text()))
            .toList());
  }
}
