package parley.engine.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.value.Value;

/** XPath, CSS and elements in one another, over texts of any origin. */
final class MarkupTest {

  private static Found xpath(String path, String text) {
    return ((MarkupQuery.Reading.Read) XPathQuery.read(path)).query().find(text);
  }

  private static Found.Values texts(String... texts) {
    return new Found.Values(List.of(texts).stream().map(Value::of).toList());
  }

  @Test
  void namespacesCountForNothing() {
    var soap =
        """
        <s:Envelope xmlns:s="urn:s" xmlns="urn:d"><s:Body x:a="1" a="2" xmlns:x="urn:x" x:b="3">
        <order>7</order></s:Body></s:Envelope>\
        """;
    assertThat(xpath("//order", soap)).isEqualTo(texts("7"));
    assertThat(xpath("/s:Envelope/other:Body/order", soap)).isEqualTo(texts("7"));
    assertThat(xpath("//Body/@b", soap)).isEqualTo(texts("3"));
    assertThat(xpath("//Body/@a", soap)).isEqualTo(texts("2"));
    assertThat(xpath("//order[. = 'x:7' or . = \"7\"]", soap)).isEqualTo(texts("7"));
    assertThat(xpath("//order/ancestor::s:Body/@a", soap)).isEqualTo(texts("2"));
    assertThat(xpath("/", soap)).isInstanceOf(Found.Values.class);
  }

  @Test
  void valuesAreTextsNumbersOrTruths() {
    assertThat(xpath("count(//a)", "<a><a/></a>"))
        .isEqualTo(new Found.Values(List.of(Value.of(2))));
    assertThat(xpath("9 * 1000000000000000000", "<e/>").toString()).contains("9");
    assertThat(xpath("0 div 0", "<e/>")).isEqualTo(new Found.Values(List.of()));
    assertThat(xpath("1 = 1", "<e/>")).isEqualTo(new Found.Values(List.of(Value.of(true))));
    assertThat(xpath("name(/*)", "<e/>")).isEqualTo(texts("e"));
  }

  @Test
  void nothingOutsideTheTextIsRead() {
    var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
    assertThat(xpath("//a", entity)).isInstanceOf(Found.Unreadable.class);
    assertThat(xpath("//a", "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include/></a>"))
        .isEqualTo(texts(""));
    assertThat(XPathQuery.read("document('/etc/passwd')"))
        .isInstanceOf(MarkupQuery.Reading.Wrong.class);
    assertThat(xpath("//a", "<a>".repeat(600) + "</a>".repeat(600)))
        .isInstanceOf(Found.Unreadable.class);
    assertThat(xpath("//a", "<a>".repeat(100) + "</a>".repeat(100)))
        .isInstanceOf(Found.Values.class);
    assertThat(xpath("//a", "")).isInstanceOf(Found.Unreadable.class);
  }

  @Test
  void queriesThatAreNoneAreRefused() {
    assertThat(XPathQuery.read("//[")).isInstanceOf(MarkupQuery.Reading.Wrong.class);
    assertThat(CssQuery.read("a[")).isInstanceOf(MarkupQuery.Reading.Wrong.class);
    assertThat(CssQuery.read("")).isInstanceOf(MarkupQuery.Reading.Wrong.class);
  }

  @Test
  void everyTextIsSomeHtml() {
    var query = ((MarkupQuery.Reading.Read) CssQuery.read("p > b")).query();
    assertThat(query.find("<p>a<b> x  y </b>")).isEqualTo(texts("x y"));
    assertThat(query.find("{\"a\":1}")).isEqualTo(texts());
  }

  @ParameterizedTest
  @CsvSource({
    "<a/>, true",
    "<b/>, true",
    "<b>1</b>, true",
    "<b>2</b>, false",
    "<b x='1'/>, true",
    "<b x='2'/>, false",
    "<b y='1'/>, false",
    "<a><b/><c/></a>, true",
    "<a><c/><b> 1 </b></a>, true",
    "<a><d/></a>, false",
    "<c><d/></c>, true",
    "<n:c xmlns:n='urn:n'><d/></n:c>, true",
  })
  void anElementHasAtLeastWhatIsWanted(String wanted, boolean contains) {
    var text = "<a><!-- no --><b x='1' z='3'>1</b><?p q?><c><![CDATA[t]]><d/></c></a>";
    var found = XmlElement.read(text).orElseThrow();
    assertThat(found.contains(XmlElement.read(wanted).orElseThrow())).isEqualTo(contains);
    assertThat(XmlElement.read("x")).isEmpty();
  }
}
