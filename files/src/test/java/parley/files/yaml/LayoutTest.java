package parley.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.files.yaml.Value.Member;

/** Which texts need quotes, however long they are. */
class LayoutTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void textsAreSafeAsYamlHasIt() {
    assertThat(List.of("a", "a  b", "a:b", "a#b", "-1", "a-b", "1.5 (x)")).allMatch(Layout::isSafe);
    assertThat(List.of("", " a", "a ", "a  ", "a: b", "a #b", "- a", "a,b", "{a", "--- a", "a\nb"))
        .noneMatch(Layout::isSafe);
  }

  @Test
  void aMegabyteTakesNoStack() {
    for (var part : List.of("a", "a ", "a:", "a#", "a  b")) {
      var text = part.repeat(MEGABYTE / part.length()) + "z";
      assertThat(Layout.isSafe(text)).as(part).isTrue();
      assertThat(Layout.isSafe(text + " ")).as(part).isFalse();
      assertThat(Layout.file(new Value.Members(List.of(new Member("key", Value.text(text))))))
          .isEqualTo("key: " + text + "\n");
    }
  }
}
