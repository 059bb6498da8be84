package parley.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/junit.md shows is what {@link SampleTest} runs. */
class GuideTest {

  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Path SAMPLE = Path.of("src/test/java/parley/junit/SampleTest.java");

  @Test
  void everyExampleIsPartOfATest() throws IOException {
    var sample = Files.readString(SAMPLE);
    var guide = CODE.matcher(Files.readString(Path.of("..", "docs", "junit.md")));
    assertThat(guide.results().map(match -> match.group(1)))
        .hasSize(3)
        .allSatisfy(code -> assertThat(sample).contains(code));
  }
}
