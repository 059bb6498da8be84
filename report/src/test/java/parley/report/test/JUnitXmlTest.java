package parley.report.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import parley.model.outcome.TestOutcome;
import parley.report.Golden;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.test.Story.Draft;

class JUnitXmlTest {

  private static final Look LOOK = new Look(Palette.PLAIN, 100, Redaction.NONE, Story.BASE);

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("testsuites", Set.of("name", "tests", "failures", "errors", "skipped", "time")),
          Map.entry(
              "testsuite",
              Set.of(
                  "name", "timestamp", "file", "tests", "failures", "errors", "skipped", "time")),
          Map.entry("properties", Set.of()),
          Map.entry("property", Set.of("name", "value")),
          Map.entry("testcase", Set.of("name", "classname", "file", "line", "time")),
          Map.entry("failure", Set.of("message", "type")),
          Map.entry("error", Set.of("message", "type")),
          Map.entry("flakyFailure", Set.of("message", "type")),
          Map.entry("rerunError", Set.of("message", "type")),
          Map.entry("stackTrace", Set.of()),
          Map.entry("skipped", Set.of("message")),
          Map.entry("system-out", Set.of()));

  private static String xml(List<TestOutcome> tests) {
    var out = new StringBuilder();
    try {
      JUnitXml.write(Stories.run(tests), LOOK, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static Element parse(String xml) throws Exception {
    var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(bytes)
        .getDocumentElement();
  }

  private static List<Element> children(Element element, String name) {
    var children = new ArrayList<Element>();
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element one && one.getTagName().equals(name)) {
        children.add(one);
      }
    }
    return children;
  }

  private static List<Element> all(Element element, String name) {
    var found = element.getElementsByTagName(name);
    var list = new ArrayList<Element>();
    for (var i = 0; i < found.getLength(); i++) {
      list.add((Element) found.item(i));
    }
    return list;
  }

  private static List<TestOutcome> stories() {
    var tests = new ArrayList<>(Stories.all());
    tests.add(Stories.nothingFits());
    tests.add(Stories.flaky());
    tests.add(Stories.neverPasses());
    return tests;
  }

  @Test
  void everyEndingHasItsElements() {
    Golden.check("tests.xml", xml(stories()));
  }

  @Test
  void elementsHaveTheAttributesThatServersRead() throws Exception {
    var root = parse(xml(stories()));
    for (var element : all(root, "*")) {
      var attributes = element.getAttributes();
      var names = new ArrayList<String>();
      for (var i = 0; i < attributes.getLength(); i++) {
        names.add(attributes.item(i).getNodeName());
      }
      assertThat(names)
          .as(element.getTagName())
          .containsExactlyInAnyOrderElementsOf(ATTRIBUTES.get(element.getTagName()));
    }
  }

  @Test
  void countsAndTimesAddUp() throws Exception {
    var root = parse(xml(stories()));
    assertThat(root.getTagName()).isEqualTo("testsuites");
    for (var parent : children(root, "testsuite")) {
      var cases = children(parent, "testcase");
      assertThat(parent.getAttribute("tests")).isEqualTo("" + cases.size());
      assertThat(parent.getAttribute("failures")).isEqualTo(having(cases, "failure"));
      assertThat(parent.getAttribute("errors")).isEqualTo(having(cases, "error"));
      assertThat(parent.getAttribute("skipped")).isEqualTo(having(cases, "skipped"));
      assertThat(parent.getAttribute("timestamp"))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    }
    for (var count : List.of("tests", "failures", "errors", "skipped")) {
      var sum =
          children(root, "testsuite").stream()
              .mapToInt(suite -> Integer.parseInt(suite.getAttribute(count)))
              .sum();
      assertThat(root.getAttribute(count)).isEqualTo("" + sum);
    }
    all(root, "testcase")
        .forEach(one -> assertThat(one.getAttribute("time")).matches("\\d+\\.\\d{3}"));
  }

  private static String having(List<Element> cases, String name) {
    return "" + cases.stream().filter(one -> !children(one, name).isEmpty()).count();
  }

  @Test
  void folderAndFileMakeTheClassName() throws Exception {
    var cases = all(parse(xml(List.of(Stories.nothingFits()))), "testcase");
    assertThat(cases.getFirst().getAttribute("classname")).isEqualTo("shop.market.updates");
    assertThat(cases.getFirst().getAttribute("name")).isEqualTo("Updates without a gap · row 2");
    assertThat(cases.getFirst().getAttribute("file")).isEqualTo("shop/market/updates.ws.yaml");
    assertThat(cases.getFirst().getAttribute("line")).isEqualTo("13");
  }

  @Test
  void theReasonIsToldOnceWithTheTriesBeforeIt() throws Exception {
    var story = new Story("a.ws.yaml", "a");
    var test = story.step(Draft.of("receive", 3, 5).tries(3).failed("nothing came")).end();
    var root = parse(xml(List.of(test)));
    assertThat(all(root, "failure").getFirst().getTextContent())
        .containsOnlyOnce("nothing came")
        .containsSubsequence("✗ receive", "3 tries, the last of them:", "nothing came");
    assertThat(all(root, "system-out").getFirst().getTextContent()).doesNotContain("Transcript");
  }

  @Test
  void anyMessageMakesValidXml() throws Exception {
    var odd = new StringBuilder("]]>&<\"'\r\n\t");
    for (var c = 0; c < 0x20; c++) {
      odd.append((char) c);
    }
    odd.append("\u007f\u0085\ud800\uFFFE\uFFFF\udc00 \ud83d\ude00");
    var story = new Story("odd.ws.yaml", "odd " + odd).later(5).sent(odd.toString());
    var test = story.step(Draft.of("receive " + odd, 3, 5).failed("found " + odd)).end();
    var root = parse(xml(List.of(test)));
    var failure = all(root, "failure").getFirst();
    assertThat(failure.getAttribute("message")).contains("]]>&<\"'\\r\\n\\t", "\\x1b", "😀");
    assertThat(failure.getTextContent()).contains("\\x1b");
  }

  @Test
  void whatXmlCannotHoldIsShownAsAnEscape() {
    var text = new Xml().text("a", "\u0000\u001b\uFFFE\ud800\r\n", "b", "\n\t\"").toString();
    assertThat(text).endsWith("<a b=\"&#10;&#9;&quot;\">\\x00\\x1b\\ufffe\\ud800&#13;\n</a>\n");
  }
}
