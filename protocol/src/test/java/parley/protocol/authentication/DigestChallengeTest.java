package parley.protocol.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.authentication.DigestChallenge.Choice;
import parley.protocol.authentication.DigestChallenge.Request;

@DisplayName("RFC 7616: digest")
class DigestChallengeTest {

  private static String ofRfc7616(String algorithm) {
    return "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm="
        + algorithm
        + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
        + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
  }

  private static final Request INDEX =
      new Request("GET", "/dir/index.html", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", 1);

  private static Choice choose(String... values) {
    return DigestChallenge.choose(ChallengeList.parse(List.of(values)).challenges());
  }

  private static DigestChallenge usable(String... values) {
    return ((Choice.Usable) choose(values)).challenge();
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void answersAsInSection391(String algorithm, String response) {
    assertThat(usable(ofRfc7616(algorithm)).answer("Mufasa", "Circle of Life", INDEX))
        .isEqualTo(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", "
                + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                + "uri=\"/dir/index.html\", response=\"%s\", algorithm=%s, "
                    .formatted(response, algorithm)
                + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", qop=auth, "
                + "nc=00000001, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\"");
  }

  /** With the values of erratum 4897: those of the text are of another hash. */
  @Test
  void hidesTheNameAsInSection392() {
    var challenge =
        usable(
            "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, "
                + "nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", "
                + "opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8, "
                + "userhash=true");
    var request =
        new Request("GET", "/doe.json", "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v", 1);

    assertThat(challenge.answer("Jäsøn Doe", "Secret, or not?", request))
        .startsWith(
            "Digest username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\"")
        .contains("response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\"")
        .endsWith("userhash=true");
  }

  /** The challenge of RFC 2617, 3.5, with what servers change of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qop=\"auth,auth-int\" | 6629fae49393a05397450978507c4ef1",
        "opaque=x | 670fd8c2df070c60b045671b8b24ff02",
        "qop=\"\" | 670fd8c2df070c60b045671b8b24ff02",
        "qop=AUTH, algorithm=md5-SESS | 8e3825c57e897f5a0dec6c2d4e5059d0",
        "algorithm=MD5-sess | 4726bc10c33fa6cb357eb27807b1cce8",
        "qop=auth-int | 5e6610ecf9ba3017a4870ad48e3ad30b"
      })
  void answersAsServersAsk(String parameters, String response) {
    var challenge =
        usable(
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
                + parameters);

    assertThat(
            challenge.answer(
                "Mufasa", "Circle Of Life", new Request("GET", "/dir/index.html", "0a4f113b", 1)))
        .contains("response=\"" + response + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "charset=UTF-8 | Jäsøn's *%1 | username*=UTF-8''J%C3%A4s%C3%B8n%27s%20%2A%251,",
        "charset=UTF-8 | a\"b\\c | username=\"a\\\"b\\\\c\",",
        "charset=x | ä | username=\"ä\",",
        "a=b | ä | username=\"ä\",",
        "a=b | a\u007F | username*=UTF-8''a%7F,"
      })
  void spellsNames(String parameters, String name, String spelled) {
    var challenge = usable("Digest realm=r, nonce=n, " + parameters);

    assertThat(challenge.answer(name, "p", INDEX)).startsWith("Digest " + spelled);
  }

  @Test
  void controlCharactersInANameEndNoHeader() {
    var answer = usable("Digest realm=r, nonce=n").answer("a\r\nX: y\u007F", "p", INDEX);

    assertThat(answer).startsWith("Digest username*=UTF-8''a%0D%0AX%3A%20y%7F,");
  }

  @Test
  void countsInEightHexDigits() {
    var request = new Request("GET", "/", "c", 0x1234ABC);

    assertThat(usable("Digest realm=r, nonce=n, qop=auth").answer("u", "p", request))
        .contains("nc=01234abc");
  }

  @Test
  void firstThatCanBeAnsweredIsChosen() {
    var challenge =
        usable(
            "Basic realm=b",
            "Digest realm=a, nonce=1, algorithm=SHA3",
            "Digest realm=r, nonce=2, algorithm=sha-512-256-sess, stale=TRUE, Digest realm=x,"
                + " nonce=3");

    assertThat(challenge.realm()).isEqualTo("r");
    assertThat(challenge.algorithm()).isEqualTo(DigestAlgorithm.SHA_512_256_SESS);
    assertThat(challenge.isStale()).isTrue();
    assertThat(usable("Digest realm=r, nonce=2").isStale()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Digest realm=r, nonce=n, algorithm=SHA3 | its algorithm SHA3 is none of MD5, MD5-sess,"
            + " SHA-256, SHA-256-sess, SHA-512-256, SHA-512-256-sess",
        "Digest realm=r | it lacks realm or nonce: Digest realm=\"r\"",
        "Digest nonce=n, Digest realm=r | it lacks realm or nonce: Digest nonce=\"n\"",
        "Digest realm=r, nonce=n, qop=\"x, y\" | its qop x, y is neither auth nor auth-int"
      })
  void reasonIsToldWhenNoneCanBeAnswered(String value, String why) {
    assertThat(choose(value)).isEqualTo(new Choice.Unusable(why));
  }

  @Test
  void otherSchemesAreNone() {
    assertThat(choose("Basic realm=x", "Bearer")).isEqualTo(new Choice.None());
  }

  @Test
  void basicIsNameAndPasswordInBase64() {
    // RFC 7617, 2 and 2.1
    assertThat(BasicAnswer.of("Aladdin", "open sesame"))
        .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(BasicAnswer.of("test", "123£")).isEqualTo("Basic dGVzdDoxMjPCow==");
  }
}
