package parley.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.cli.Run;

/** The manual page, and what its makers know of the commands. */
class ManualTest {

  @Test
  void thePageHasEveryCommandAndOption() {
    var page = Run.of("man").text().replace("\\-", "-").replace("\\&", "");
    for (var command : Catalogue.commands()) {
      assertThat(page).contains(Guide.firstSentence(command.summary()));
      for (var option : command.options()) {
        assertThat(page).contains(".B \"" + option.usage().replace("'", "\\(aq") + "\"");
      }
    }
  }

  @Test
  void theCatalogueHasEveryCommandOfTheOverview() {
    var overview = Run.of("--help").text();
    for (var command : Catalogue.commands()) {
      assertThat(overview).contains("\n  " + command.name() + " ");
      assertThat(Run.of("help", command.name()).text()).isNotEmpty();
    }
    assertThat(Run.of("chekc").err())
        .contains(
            Catalogue.commands().stream()
                .map(one -> one.name())
                .reduce((a, b) -> a + ", " + b)
                .get());
  }

  @Test
  void groffFindsNothingWrong() throws Exception {
    if (!Files.isExecutable(Path.of("/usr/bin/groff"))) {
      if ("true".equals(System.getenv("CI"))) {
        fail("groff is not installed; CI=true requires it");
      }
      abort("groff is not installed: apt install groff-base");
    }
    var process = new ProcessBuilder("groff", "-ww", "-man", "-Tutf8", "-P-cbou").start();
    try (var in = process.getOutputStream()) {
      in.write(Run.of("man").text().getBytes(StandardCharsets.UTF_8));
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(text).contains("PARLEY RUN", "EXIT STATUS");
  }
}
