package parley.engine.markup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * An XPath 1.0 expression: immutable, used by any thread. Namespaces count for nothing: {@code
 * //Body} and {@code //soap:Body} find the same elements.
 */
public final class XPathQuery implements MarkupQuery {

  /** A prefix, or a literal, which is left alone. */
  private static final Pattern PREFIX =
      Pattern.compile("'[^']*'|\"[^\"]*\"|([\\p{L}_][\\p{L}\\p{N}_.-]*:)(?=[\\p{L}_*])(?!:)");

  private final String expression;

  private XPathQuery(String expression) {
    this.expression = expression;
  }

  /** Reads an expression. */
  public static Reading read(String text) {
    try {
      var expression =
          PREFIX
              .matcher(text)
              .replaceAll(
                  match -> match.group(1) == null ? Matcher.quoteReplacement(match.group()) : "");
      compile(expression);
      return new Reading.Read(new XPathQuery(expression));
    } catch (XPathExpressionException wrong) {
      return new Reading.Wrong("is no XPath: " + why(wrong));
    }
  }

  private static String why(XPathExpressionException wrong) {
    var message = String.valueOf(wrong.getMessage());
    return message.substring(message.indexOf(": ") + 1).strip();
  }

  /** Anew each time, for no two threads may share one. */
  private static XPathExpression compile(String expression) throws XPathExpressionException {
    try {
      var factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newXPath().compile(expression);
    } catch (XPathFactoryConfigurationException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public Found find(String text) {
    return switch (Xml.read(text)) {
      case Xml.Reading.Read(var document) -> find(document);
      case Xml.Reading.Wrong(var why) -> new Found.Unreadable(why);
    };
  }

  private Found find(Document document) {
    try {
      return new Found.Values(values(compile(expression).evaluateExpression(document)));
    } catch (XPathExpressionException wrong) {
      return new Found.Unreadable(why(wrong));
    }
  }

  private static List<Value> values(XPathEvaluationResult<?> result) {
    return switch (result.value()) {
      case XPathNodes nodes ->
          StreamSupport.stream(nodes.spliterator(), false).map(XPathQuery::text).toList();
      case Boolean truth -> List.of(Value.of(truth));
      case Number number -> number(number.doubleValue()).stream().toList();
      case Object text -> List.of(Value.of(text.toString()));
    };
  }

  private static Value text(Node node) {
    return Value.of(Optional.ofNullable(node.getTextContent()).orElse(""));
  }

  /** XPath counts in doubles; one that is no number is nothing. */
  private static Optional<Value> number(double number) {
    if (!Double.isFinite(number)) {
      return Optional.empty();
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Optional.of(Value.of((long) number))
        : Decimal.of(BigDecimal.valueOf(number)).map(value -> value);
  }
}
