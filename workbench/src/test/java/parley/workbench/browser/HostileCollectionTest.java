package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A collection from somebody who means harm, clicked through: none of it runs, none of it calls.
 */
@InBrowser
final class HostileCollectionTest {

  private static final String IMAGE = "<img src=x onerror=window.hacked=1>";

  /** What is not even opened, by the first letter of the file. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "c", "has a control character",
          "f", "at most 10MB are opened",
          "h", "a link that leaves the collection");

  private static final String BOMB =
      """
      a: &a [x,x,x,x,x,x,x,x,x]
      b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
      c: &c [*b,*b,*b,*b,*b,*b,*b]
      d: &d [*c,*c,*c,*c,*c,*c,*c,*c]
      docs: [*d,*d,*d,*d,*d,*d,*d,*d]
      """;

  /** What must not be followed, in Markdown and HTML. */
  private static String docs() {
    return """
    # %1$s <script>window.hacked=2</script>
    [click](javascript:window.hacked=3) [data](data:text/html,%1$s) ![out](http://out.example/a.png)
    <a href="javascript:window.hacked=4">x</a> <iframe src="http://out.example"></iframe>
    <http://out.example/%1$s> [b]: javascript:1 `%1$s`
    | %1$s | b |
    |---|---|
    | [c](vbscript:1) | <svg onload=window.hacked=5> |
    """
        .formatted(IMAGE);
  }

  private static String evil(String name) {
    var text = "'" + IMAGE.replace("'", "''") + "\u202E\u0085'";
    return """
    name: %2$s
    url: "ws://127.0.0.1:1/{{%3$s}}?q=%3$s"
    docs: |
    %1$s
    tags: [ %2$s ]
    variables: { v: %2$s }
    headers: { X-Evil: %2$s }
    cookies: { evil: %2$s }
    auth: { basic: { username: %2$s, password: %2$s } }
    subprotocols: [ evil ]
    messages:
      - { name: %2$s, text: %2$s }
      - { name: j, json: { %2$s: %2$s } }
      - { name: x, xml: "<a onload='window.hacked=6'>%3$s</a>" }
    steps:
      - send: %2$s
      - %2$s: 1
    """
        .formatted(docs().indent(2), text.replace(IMAGE, IMAGE + name), IMAGE);
  }

  private static void fill(Rig rig) throws IOException {
    rig.file("parley.yaml", "name: \"" + IMAGE + "\"\n")
        .file("a-" + IMAGE + ".ws.yaml", evil("name"))
        .file("b-\u202Elmth.ws.yaml", evil("turned"))
        .file("c-\u0007\n.ws.yaml", "url: ws://127.0.0.1:1\n")
        .file("d-long.ws.yaml", "docs: " + "x".repeat(2 << 20) + "\nurl: ws://127.0.0.1:1\n")
        .file("e-bomb.ws.yaml", BOMB)
        .file("g/" + "g/".repeat(60) + "deep.ws.yaml", "url: ws://127.0.0.1:1\n");
    try (var huge = new RandomAccessFile(rig.folder().resolve("f-huge.ws.yaml").toFile(), "rw")) {
      huge.setLength(50L << 20);
    }
    Files.createSymbolicLink(rig.folder().resolve("h-out.ws.yaml"), Path.of("/etc/passwd"));
    var many = Files.createDirectories(rig.folder().resolve("many"));
    for (var number = 0; number < 10_000; number++) {
      Files.writeString(many.resolve(number + ".ws.yaml"), "url: ws://127.0.0.1:1\n");
    }
  }

  @Test
  void everyTabOfItIsOnlyText(Rig rig) throws IOException {
    fill(rig);
    var calls = new ArrayList<String>();
    var page = rig.open(2560, 1000);
    page.onRequest(request -> calls.add(request.url()));
    assertThat(page.locator("[role=treeitem][data-id^=\"many/\"]").first()).isVisible();
    page.locator("[role=treeitem][data-id=many]").click(); // folds it
    for (var letter : List.of("a", "b", "c", "d", "e", "f", "h")) {
      page.locator("[role=treeitem][data-id^=\"" + letter + "-\"]").click();
      assertThat(page.locator("parley-tab-strip [role=tab][aria-selected=true]")).isVisible();
      var refused = REFUSED.get(letter);
      if (refused == null) {
        clickThrough(page);
      } else {
        assertThat(page.getByText(refused).first()).isVisible();
      }
      unharmed(page);
    }
    rig.press("Control+k");
    rig.type("9999");
    assertThat(page.getByRole(AriaRole.OPTION).filter(having("9999")).first()).isVisible();
    unharmed(page);
    var own = "http://" + URI.create(rig.workbench().url()).getAuthority() + "/";
    assertThat(calls).allMatch(url -> url.startsWith(own) || url.startsWith("blob:" + own));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void clickThrough(Page page) {
    var tabs = page.locator("[role=tablist][aria-label=\"What is asked\"] [role=tab]");
    assertThat(tabs.first()).isVisible();
    for (var tab : tabs.all()) {
      if (tab.isVisible()) {
        tab.click();
        assertThat(tab).hasAttribute("aria-selected", "true");
        unharmed(page);
      }
    }
  }

  /** Nothing of somebody else's has run, and none of it has become an element. */
  private static void unharmed(Page page) {
    assertThat(page.evaluate("() => window.hacked")).isNull();
    assertThat(
            page.locator(
                "img[src=x], svg[onload], iframe, a[href^='javascript' i], a[href^='data' i],"
                    + " a[href^='vbscript' i]"))
        .hasCount(0);
  }
}
