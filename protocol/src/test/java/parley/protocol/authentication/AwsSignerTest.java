package parley.protocol.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.handshake.Header;

@DisplayName("AWS Signature Version 4")
class AwsSignerTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
  private static final Header HOST = new Header("Host", "example.amazonaws.com");

  private static AwsSigner signer(AwsIdentity identity) {
    return new AwsSigner(identity, "us-east-1", "service", TIME);
  }

  private static AwsIdentity without() {
    return new AwsIdentity("AKIDEXAMPLE", SECRET, null);
  }

  private static String signatureIn(String text) {
    return text.replaceFirst(".*Signature=(\\p{XDigit}{64}).*", "$1");
  }

  private static String inHeaders(AwsSigner signer, String target, List<Header> signed) {
    return signatureIn(signer.headers(target, signed).getLast().value());
  }

  private static String inQuery(AwsSigner signer, String target, List<Header> signed) {
    return signatureIn(signer.target(target, signed, Duration.ofHours(1)));
  }

  // The GET requests of the published suite (aws-signing-test-suite, v4, normalized).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
/ | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 | e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
/example/.. | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 | e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
/example1/example2/../.. | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 | e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
/./ | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 | e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
// | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 | e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
/./example | ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5 | 35034b1a0bdd969f346975386daf8aedfd4976573b8348cf4f67eaa41c5857de
//example// | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84 | c1834e8fb0307243711f0f907f6ab7311ed300d87f13792d7ee4da89ab93e082
/example space/ | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741 | 7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6
/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz | 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f | 95968482db1b9e0fadef6efc1bd24689f77c77d9ef56919c96a28cc92e0d6005
/ሴ | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85 | 10eae3f14a260bd3911cc6d008d3c576d143b05b62f09782a7a4b37f52178e44
/?Param1=value1 | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb | 49096700cbbaa5753443850f40df10f904fc2fdb544dc9512203cc77c471a9de
/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1 | 371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac | c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787
/?Param2=value2&Param1=value1 | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500 | 86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5
/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz | 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197 | 8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf
/?ሴ=bar | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04 | 0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600
""")
  void targetsOfTheSuite(String target, String ofHeaders, String ofQuery) {
    assertThat(inHeaders(signer(without()), target, List.of(HOST))).isEqualTo(ofHeaders);
    assertThat(inQuery(signer(without()), target, List.of(HOST))).isEqualTo(ofQuery);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
"""
My-Header1|value2;value2;value1|c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea|3349ee0b81b4b589da0ff28a395c3591e04de515651dd74f298fa992d1507a97
My-Header1|value4;value1;value3;value2|08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01|313720e71ca6202fdcfa9b20f88de01a4eb0638a83c833b1c184359a4eda864e
My-Header1|value1  value2     value3|cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd|e6f5def831211aca02987a44b96826706278c7bc078112ae0263659c5b2f2d56
""")
  void headersOfTheSuite(String name, String values, String ofHeaders, String ofQuery) {
    var signed = new java.util.ArrayList<>(List.of(HOST));
    for (var value : values.split(";", -1)) {
      signed.add(new Header(name, value));
    }
    assertThat(inHeaders(signer(without()), "/", signed)).isEqualTo(ofHeaders);
    assertThat(inQuery(signer(without()), "/", signed)).isEqualTo(ofQuery);
  }

  @Test
  void theWholeOfWhatIsAdded() {
    var credential = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
    assertThat(signer(without()).headers("/", List.of(HOST)))
        .containsExactly(
            new Header("X-Amz-Date", "20150830T123600Z"),
            new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                    + credential
                    + ", SignedHeaders=host;x-amz-date, Signature="
                    + "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"));
    assertThat(signer(without()).target("/?Param1=value1", List.of(HOST), Duration.ofHours(1)))
        .isEqualTo(
            "/?Param1=value1&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + credential.replace("/", "%2F")
                + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
                + "&X-Amz-Signature="
                + "49096700cbbaa5753443850f40df10f904fc2fdb544dc9512203cc77c471a9de");
  }

  @Test
  void aSessionTokenIsSigned() {
    var token = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
    var signer = signer(new AwsIdentity("AKIDEXAMPLE", SECRET, token));
    assertThat(signer.headers("/", List.of(HOST)).getFirst())
        .isEqualTo(new Header("X-Amz-Security-Token", token));
    assertThat(inHeaders(signer, "/", List.of(HOST)))
        .isEqualTo("07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8");
    assertThat(inQuery(signer, "/", List.of(HOST)))
        .isEqualTo("7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c");
  }

  @Test
  void awsIotHasTheSessionTokenBesideTheSignature() {
    var signer =
        new AwsSigner(
            new AwsIdentity("AKIDEXAMPLE", SECRET, "a/b="), "eu-west-1", AwsSigner.IOT, TIME);
    // The signature is botocore's without a session token.
    assertThat(
            signer.target(
                "/mqtt",
                List.of(new Header("Host", "abc.iot.eu-west-1.amazonaws.com")),
                Duration.ofMinutes(5)))
        .endsWith(
            "&X-Amz-Signature=2792339a9bf60c609acc0acb8e82edcd4ace5fefbcc8c3582955cd2eb3fe2db6"
                + "&X-Amz-Security-Token=a%2Fb%3D");
  }

  // What botocore signs for the same requests.
  @Test
  void theHostHasItsPortAndAnEncodedPathIsEncodedAgain() {
    var transcribe =
        new AwsSigner(
            new AwsIdentity("AKIDEXAMPLE", SECRET, "a/session+token=="),
            "eu-west-1",
            "transcribe",
            TIME);
    var host = new Header("Host", "transcribestreaming.eu-west-1.amazonaws.com:8443");
    var target = "/stream-transcription-websocket?language-code=en-US&sample-rate=8000";
    assertThat(signatureIn(transcribe.target(target, List.of(host), Duration.ofMinutes(5))))
        .isEqualTo("3a9775eb1dce496eb304b825dec72f5116481b5586ddb579c63aac8140cb6b46");
    var gateway = new AwsSigner(without(), "eu-west-1", "execute-api", TIME);
    var api = new Header("Host", "abc.execute-api.eu-west-1.amazonaws.com");
    assertThat(inHeaders(gateway, "/prod/a%20b", List.of(api)))
        .isEqualTo("8b39ccd47b151283456137a79a72ca14d55839191f8c4dbc363daa2f3f0d3335");
  }

  @ParameterizedTest
  @CsvSource({
    "/?a=1+2, a=1%202",
    "/?a=1%2b2, a=1%2B2",
    "/?a=50%, a=50%25",
    "/?a=%4, a=%254",
    "/?a=%4x, a=%254x",
    "/?a=%x4, a=%25x4",
    "/?b&&a, a=&b=",
    "/?a=2&a=1, a=1&a=2",
    "/, ''",
  })
  void aQueryIsDecodedEncodedAndSorted(String target, String canonical) {
    assertThat(new AwsCanonical(target, List.of(HOST)).text().lines().toList().get(2))
        .isEqualTo(canonical);
  }

  @Test
  void keysAreNotPrinted() {
    assertThat(new AwsIdentity("AKIDEXAMPLE", SECRET, "token"))
        .hasToString("AwsIdentity[accessKey=AKIDEXAMPLE]");
  }
}
