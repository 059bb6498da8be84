package parley.model.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenUrlTest {

  private static TokenUrl url(String text) {
    return ((TokenUrl.Parsed.Valid) TokenUrl.parse(text)).url();
  }

  @ParameterizedTest
  @CsvSource({
    "https://auth.example/oauth/token, https://auth.example/oauth/token",
    "' HTTPS://auth.example:443/t?x=1 ', https://auth.example/t?x=1",
    "http://localhost:8080, http://localhost:8080/",
  })
  void isWrittenAsItIsMeant(String text, String written) {
    assertThat(url(text)).hasToString(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          auth.example/t | the token URL is 'auth.example/t': expected https://... or http://...
          wss://auth.example | the token URL is 'wss://auth.example': expected https://... or http://...
          https://a/#t | the token URL has a fragment: expected none (RFC 6749, 3.2)
          https://me:pw@a/t | the token URL has a user: expected the client's id and secret beside it
          https://a:99999/ | the token URL is 'https://a:99999/', and the port is '99999': expected a URL
          """)
  void isRefusedWithWhatWasFoundAndExpected(String text, String problem) {
    assertThat(((TokenUrl.Parsed.Invalid) TokenUrl.parse(text)).problem()).isEqualTo(problem);
  }

  @Test
  void warnsOfSecretsInTheClear() {
    assertThat(url("http://auth.example/t").warning())
        .hasValue("the client's secret goes to http://auth.example/t in the clear; use https://");
    for (var sound :
        new String[] {
          "https://auth.example",
          "http://localhost",
          "http://auth.localhost",
          "http://127.0.0.2",
          "http://[::1]"
        }) {
      assertThat(url(sound).warning()).as(sound).isEmpty();
    }
  }
}
