package parley.protocol.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 9110, 11.6.1: challenges")
class ChallengeListTest {

  private static String read(String... values) {
    var list = ChallengeList.parse(List.of(values));
    return Stream.concat(
            list.challenges().stream().map(Challenge::toString),
            list.faults().stream().map(fault -> "? " + fault))
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '§',
      value = {
        "Basic ~ Basic",
        "Basic realm=\"a, b=c\" ~ Basic realm=\"a, b=c\"",
        "basic realm=a ~ basic realm=\"a\"",
        "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\" ~"
            + " Newauth realm=\"apps\", type=\"1\", title=\"Login to \\\"apps\\\"\" | Basic"
            + " realm=\"simple\"",
        "Negotiate, NTLM ~ Negotiate | NTLM",
        "Negotiate YIIJ+/8==, Basic realm=x ~ Negotiate YIIJ+/8== | Basic realm=\"x\"",
        "Negotiate abc ~ Negotiate abc",
        "Digest a = \"1\" , b\t=2 ,, c=\"\" ~ Digest a=\"1\", b=\"2\", c=\"\"",
        "§, , Basic realm=x, ,§ ~ Basic realm=\"x\"",
        "§§ ~ §§",
        "Basic realm=\"a ~ Basic | ? the quoted value of realm has no end",
        "Basic realm=\"a\\ ~ Basic | ? the quoted value of realm has no end",
        "Basic realm=\"a\" b ~ Basic realm=\"a\" | ? expected , or the end after realm before"
            + " \"b\"",
        "Basic realm=x, \"y\" ~ Basic realm=\"x\" | ? expected the name of a scheme before"
            + " \"\"y\"\"",
        "Basic\"x\" ~ ? expected a space after Basic before \"\"x\"\"",
        "Basic \"x\" ~ Basic | ? expected the name of a scheme before \"\"x\"\"",
        "=x ~ ? expected the name of a scheme before \"=x\""
      })
  void areRead(String value, String meaning) {
    assertThat(read(value)).isEqualTo(meaning);
  }

  @Test
  void severalFieldsAreReadEachByItself() {
    var list = ChallengeList.parse(List.of("=", "Digest a=1, Basic b=2", "DIGEST c=3"));

    assertThat(list.schemes()).containsExactly("Digest", "Basic", "DIGEST");
    assertThat(list.has("basic")).isTrue();
    assertThat(list.has("bearer")).isFalse();
    assertThat(list.faults()).hasSize(1);
    assertThat(list.challenges().getFirst().parameter("A")).contains("1");
  }

  @Test
  void anyTextIsReadToItsEnd() {
    var random = new Random(7616);
    for (var round = 0; round < 5000; round++) {
      var text = new StringBuilder();
      for (var length = random.nextInt(20); length > 0; length--) {
        text.append("ab=\",\\ \t~@é".charAt(random.nextInt(11)));
      }
      assertThat(read(text.toString())).isNotNull();
    }
  }
}
