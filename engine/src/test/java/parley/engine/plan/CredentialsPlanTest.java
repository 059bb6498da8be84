package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.collection.Auth;
import parley.model.collection.Field;
import parley.model.collection.Source;
import parley.model.connection.Credentials;
import parley.model.connection.Credentials.AwsSignature;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.Credentials.SignaturePlace;
import parley.model.connection.TokenUrl;

@DisplayName("Credentials that take more than a header")
class CredentialsPlanTest {

  private static Keys client(String url, String id) {
    return client(url, id, List.of(), null, List.of());
  }

  private static Keys client(
      String url,
      String id,
      List<Source> scopes,
      @Nullable Source audience,
      List<Field> parameters) {
    var keys = new Keys();
    keys.auth =
        new Auth.OAuth2(
            Written.source(url),
            Written.source(id),
            Written.source("s{{limit}}"),
            scopes,
            audience,
            SecretPlace.BODY,
            parameters);
    return keys;
  }

  private static Keys aws(String accessKey, String region, Duration expires) {
    var keys = new Keys();
    keys.auth =
        new Auth.Aws(
            Written.source(accessKey),
            Written.source("secret"),
            Written.source("{{room}}"),
            Written.source(region),
            Written.source("execute-api"),
            SignaturePlace.QUERY,
            expires);
    return keys;
  }

  @Test
  void areFilledFromVariables() {
    var keys =
        client(
            "http://127.0.0.1/{{room}}",
            "{{room}}",
            List.of(Written.source("a"), Written.source(" "), Written.source("{{room}}")),
            Written.source("for {{room}}"),
            Written.fields("resource", "{{room}}"));
    assertThat(keys.problems()).isEmpty();
    assertThat(keys.spec().credentials().orElseThrow())
        .isEqualTo(
            new Credentials.ClientCredentials(
                ((TokenUrl.Parsed.Valid) TokenUrl.parse("http://127.0.0.1/main")).url(),
                "main",
                "s12.50",
                List.of("a", "main"),
                "for main",
                SecretPlace.BODY,
                List.of(new Credentials.Parameter("resource", "main"))));
    assertThat(keys.spec().headers()).isEmpty();
  }

  @Test
  void ofAwsHaveTheTimeOfTheSession() {
    var keys = aws("AK", "{{room}}", Duration.ofMinutes(5));
    assertThat(keys.problems()).isEmpty();
    assertThat(keys.spec().credentials().orElseThrow())
        .isEqualTo(
            new AwsSignature(
                "AK",
                "secret",
                "main",
                "main",
                "execute-api",
                SignaturePlace.QUERY,
                Duration.ofMinutes(5),
                Instant.EPOCH));
  }

  @Test
  void anEmptyAudienceOrSessionTokenIsNone() {
    var keys = client("https://a.example", "x", List.of(), Written.source("{{''}}"), List.of());
    assertThat(((Credentials.ClientCredentials) keys.spec().credentials().orElseThrow()).audience())
        .isEmpty();
  }

  @Test
  void yieldToAWrittenHeaderAndNotToTheUrl() {
    var keys = client("https://a.example/", "x");
    keys.headers = Written.fields("authorization", "mine");
    assertThat(keys.spec().credentials()).isEmpty();
    assertThat(((Connecting.Ready) keys.fill()).notices())
        .containsExactly("`headers` has Authorization, which wins over `auth` and over the URL");
    var inUrl = Keys.of("ws://ann:b@host/");
    inUrl.auth = client("https://a.example/", "x").auth;
    assertThat(inUrl.spec().credentials()).isPresent();
    assertThat(inUrl.spec().headers()).isEmpty();
  }

  @Test
  void aSecretInTheClearIsNoticed() {
    assertThat(((Connecting.Ready) client("http://a.example/", "x").fill()).notices())
        .containsExactly(
            "the client's secret goes to http://a.example/ in the clear; use https://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          auth.example/token | x | 3:5 found the token URL is 'auth.example/token', expected https://... or http://...; write `token-url: https://auth.example/oauth/token`
          https:///token | x | 3:5 found the token URL is 'https:///token', and the URL names no host, expected a URL; write `token-url: https://auth.example/oauth/token`
          https://a.example | ' ' | 3:5 found an empty `client-id`, expected a text
          https://a.example | x | ''
          """)
  void areCheckedWhereTheyNeverChange(String url, String id, String problem) {
    assertThat(client(url, id).problems()).isEqualTo(problem);
  }

  @Test
  void ofAwsAreCheckedWhereTheyNeverChange() {
    assertThat(aws("AK", "", Duration.ofDays(8)).problems())
        .isEqualTo(
            "3:5 found `expires: 192h`, expected whole seconds, at most seven days;"
                + " write `expires: 5m`\n3:5 found an empty `region`, expected a text");
    assertThat(aws("AK", "r", Duration.ofMillis(1500)).problems()).contains("`expires: 1500ms`");
  }

  @Test
  void areCheckedWhenTheyAreFilled() {
    assertThat(client("{{room}}", "x").fault())
        .isEqualTo("3:5 the token URL is 'main': expected https://... or http://...");
    assertThat(client("https://a.example", "{{''}}").fault())
        .isEqualTo("3:5 `client-id` is empty: expected a text");
  }
}
