package parley.engine.markup;

import org.jsoup.Jsoup;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import parley.model.value.Value;

/**
 * A CSS selector into HTML: immutable, used by any thread. It finds the texts of elements, or the
 * values of one of their attributes.
 */
public final class CssQuery implements MarkupQuery {

  private final Evaluator evaluator;
  private final String attribute;

  private CssQuery(Evaluator evaluator, String attribute) {
    this.evaluator = evaluator;
    this.attribute = attribute;
  }

  /** Reads a selector for the texts of elements. */
  public static Reading read(String text) {
    return read(text, "");
  }

  /** Reads a selector for an attribute; elements that do not have it count for nothing. */
  public static Reading read(String text, String attribute) {
    try {
      return new Reading.Read(new CssQuery(QueryParser.parse(text), attribute));
    } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
      return new Reading.Wrong("is no CSS selector: " + wrong.getMessage());
    }
  }

  /** HTML as browsers read it, so that every text is some HTML. */
  @Override
  public Found find(String text) {
    return new Found.Values(
        Jsoup.parse(text).select(evaluator).stream()
            .filter(element -> attribute.isEmpty() || element.hasAttr(attribute))
            .<Value>map(
                element -> Value.of(attribute.isEmpty() ? element.text() : element.attr(attribute)))
            .toList());
  }
}
