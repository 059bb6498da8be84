package parley.protocol.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6455, 9.1: Sec-WebSocket-Extensions")
class ExtensionListTest {

  private static final String OFFERS =
      "permessage-deflate; client_max_window_bits; server_max_window_bits=\"10\", x-other;a=b;c";

  private static String read(String... values) {
    return switch (ExtensionList.parse(List.of(values))) {
      case ExtensionList.Valid(var extensions) ->
          extensions.stream().map(Extension::toHeaderValue).collect(Collectors.joining(" | "));
      case ExtensionList.Malformed(var why) -> why;
    };
  }

  @Nested
  class Grammar {

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '§',
        value = {
          "foo ~ foo",
          "foo, bar; baz=2 ~ foo | bar; baz=2",
          "foo;a ; b\t=\tc ,bar ~ foo; a; b=c | bar",
          "foo; a=\"b\" ~ foo; a=b",
          "foo; a=\"\\b\\c\" ~ foo; a=bc",
          "§,foo , ,bar,§ ~ foo | bar",
          "§  § ~ §§"
        })
    void isRead(String value, String meaning) {
      assertThat(read(value)).isEqualTo(meaning);
    }

    @Test
    void nameIsAnyToken() {
      assertThat(read("!#$%&'*+-.^_`|~azAZ09")).isEqualTo("!#$%&'*+-.^_`|~azAZ09");
    }

    @Test
    void severalHeadersAreOneList() {
      assertThat(read("foo; a", "bar")).isEqualTo("foo; a | bar");
    }

    @Test
    void noHeaderIsAnEmptyList() {
      assertThat(read()).isEmpty();
    }

    @Test
    void valueIsKeptWithoutItsQuotes() {
      var expected =
          new Extension(
              "foo", List.of(Extension.Parameter.of("a"), new Extension.Parameter("b", "c")));

      assertThat(ExtensionList.parse(List.of("foo; a; b=\"c\"")))
          .isEqualTo(new ExtensionList.Valid(List.of(expected)));
    }
  }

  @Nested
  class Malformed {

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '`',
        value = {
          "=foo ~ expected an extension name before \"=foo\"",
          "foo bar ~ expected ; or , or the end before \"bar\"",
          "foo; ~ expected a parameter name at the end",
          "foo;;a ~ expected a parameter name before \";a\"",
          "foo; a= ~ expected a token as the value of a at the end",
          "foo; a=, bar ~ expected a token as the value of a before \", bar\"",
          "foo; a=\"\" ~ expected a token as the value of a at the end",
          "foo; a=\"b ~ expected a token as the value of a at the end",
          "foo; a=\"b\\ ~ expected a token as the value of a at the end",
          "foo; a=\"b c\" ~ expected a token as the value of a before \" c\"\"",
          "foo; a=b c ~ expected ; or , or the end before \"c\"",
          "foo; a=b\"c\" ~ expected ; or , or the end before \"\"c\"\"",
          "foo; ä ~ expected a parameter name before \"ä\""
        })
    void saysWhatWasExpected(String value, String why) {
      assertThat(read(value)).isEqualTo(why);
    }

    @Test
    void showsALittleOfALongRestOnly() {
      assertThat(read("@".repeat(100)))
          .isEqualTo("expected an extension name before \"" + "@".repeat(40) + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void anyTextIsReadOrRefused(int seed) {
      var random = new Random(seed);
      for (var round = 0; round < 20_000; round++) {
        var text = random.ints(random.nextInt(20), 0, 10).mapToObj("a\t ;,=\"\\ä0"::charAt);
        assertThat(read(text.map(String::valueOf).collect(Collectors.joining()))).isNotNull();
      }
    }

    @Test
    void anyBeginningIsReadOrRefused() {
      for (var length = 0; length <= OFFERS.length(); length++) {
        assertThat(read(OFFERS.substring(0, length))).isNotNull();
      }
      assertThat(read(OFFERS))
          .isEqualTo(
              "permessage-deflate; client_max_window_bits; server_max_window_bits=10"
                  + " | x-other; a=b; c");
    }
  }

  @Nested
  @DisplayName("RFC 9110, 5.6.2: tokens")
  class Tokens {

    @ParameterizedTest
    @ValueSource(strings = {"a", "soap", "v1.json", "!#$%&'*+-.^_`|~"})
    void consistOfTokenCharacters(String token) {
      assertThat(Token.isToken(token)).isTrue();
    }

    @Test
    void areNotEmptyAndHaveNoOthers() {
      assertThat(Arrays.asList("", "a b", "a,b", "ä", "a\"", "\0")).noneMatch(Token::isToken);
      assertThat(Token.isCharacter(-1)).isFalse();
    }
  }
}
