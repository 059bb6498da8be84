package parley.workbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Holds what is on the screen against WCAG 2.2, level AA, by axe-core. */
final class Accessibility {

  /** Visible text may be less than the name: a badge shows {@code 12} and says 12 rows. */
  private static final String RUN =
      """
      () => axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          rules: { 'label-content-name-mismatch': { enabled: false } },
        })
        .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + ': ' + node.target.flat().join(' >> ') + ' ' + node.failureSummary)).join('\\n'))
      """;

  private Accessibility() {}

  /** Fails by what it finds, in both themes. */
  static void check(Page page) {
    if (page.evaluate("() => typeof axe") instanceof String type && type.equals("undefined")) {
      page.evaluate(rules());
    }
    for (var theme : new String[] {"dark", "light"}) {
      page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
      assertThat(page.evaluate(RUN)).as("in the %s theme", theme).isEqualTo("");
    }
  }

  private static String rules() {
    try (var stream = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      if (stream == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
