package parley.cli.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.cli.option.Misuse;
import parley.model.connection.Credentials;
import parley.model.connection.Credentials.AwsSignature;
import parley.model.connection.Credentials.ClientCredentials;
import parley.model.connection.Credentials.Parameter;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.Credentials.SignaturePlace;
import parley.model.connection.TokenUrl;

/** What the options said of tokens and signatures. */
final class AuthDraft {

  private static final Duration SIGNED_FOR = Duration.ofMinutes(5);

  @Nullable TokenUrl tokenUrl;
  final List<String> scopes = new ArrayList<>();
  final List<Parameter> parameters = new ArrayList<>();
  @Nullable SecretPlace send;
  @Nullable String bearer;
  AuthOptions.@Nullable Signing aws;
  boolean presign;
  boolean digest;

  /** What it comes to. */
  sealed interface Outcome {

    record None() implements Outcome {}

    record Shown(Credentials credentials) implements Outcome {}

    record Wrong(Misuse misuse) implements Outcome {}
  }

  /**
   * What {@code userOrNull} of {@code --user} is for; the keys of AWS may stand in {@code
   * variables} of the process, too.
   */
  Outcome credentials(@Nullable String userOrNull, Map<String, String> variables) {
    if (tokenUrl != null && aws != null) {
      return wrong("--oauth2-token-url stands beside --aws-sigv4", "one of them");
    }
    if (digest && (tokenUrl != null || aws != null)) {
      return wrong(
          "--digest stands beside " + (aws == null ? "--oauth2-token-url" : "--aws-sigv4"),
          "one of them");
    }
    if (tokenUrl != null) {
      return client(tokenUrl, userOrNull);
    }
    var lonely = lonely();
    if (lonely.isPresent()) {
      return lonely.get();
    }
    if (digest) {
      return digest(userOrNull);
    }
    return aws == null ? new Outcome.None() : signed(aws, userOrNull, variables);
  }

  private static Outcome digest(@Nullable String user) {
    if (user == null) {
      return wrong("--digest was given without -u", "both, for example: --digest -u anna:secret");
    }
    var colon = user.indexOf(':');
    return new Outcome.Shown(
        new Credentials.Digest(user.substring(0, colon), user.substring(colon + 1)));
  }

  /** Whether user and password are for something else than a header of their own. */
  boolean takesTheUser() {
    return tokenUrl != null || aws != null || digest;
  }

  private Optional<Outcome> lonely() {
    var option =
        !scopes.isEmpty()
            ? "--oauth2-scope"
            : !parameters.isEmpty() ? "--oauth2-param" : send == null ? "" : "--oauth2-send";
    if (!option.isEmpty()) {
      return Optional.of(
          wrong(
              option + " was given without --oauth2-token-url",
              "both, for example: --oauth2-token-url " + TokenUrl.EXAMPLE));
    }
    return presign && aws == null
        ? Optional.of(
            wrong(
                "--aws-presign was given without --aws-sigv4",
                "both, for example: --aws-sigv4 " + AuthOptions.SIGNING))
        : Optional.empty();
  }

  private Outcome client(TokenUrl url, @Nullable String user) {
    if (user == null) {
      return wrong(
          "--oauth2-token-url was given without --user",
          "the client's id and secret, for example: --user my-app:secret");
    }
    var colon = user.indexOf(':');
    return new Outcome.Shown(
        new ClientCredentials(
            url,
            user.substring(0, colon),
            user.substring(colon + 1),
            scopes,
            null,
            send == null ? SecretPlace.HEADER : send,
            parameters));
  }

  private Outcome signed(
      AuthOptions.Signing signing, @Nullable String user, Map<String, String> variables) {
    if (user != null) {
      var colon = user.indexOf(':');
      return shown(signing, user.substring(0, colon), user.substring(colon + 1), null);
    }
    var access = variables.get("AWS_ACCESS_KEY_ID");
    var secret = variables.get("AWS_SECRET_ACCESS_KEY");
    return access == null || secret == null || access.isBlank() || secret.isBlank()
        ? wrong(
            "--aws-sigv4 was given without keys",
            "--user ACCESS-KEY:SECRET-KEY, or the environment variables AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY")
        : shown(signing, access, secret, variables.get("AWS_SESSION_TOKEN"));
  }

  private Outcome shown(
      AuthOptions.Signing signing, String access, String secret, @Nullable String token) {
    return new Outcome.Shown(
        new AwsSignature(
            access,
            secret,
            token == null || token.isBlank() ? null : token,
            signing.region(),
            signing.service(),
            presign ? SignaturePlace.QUERY : SignaturePlace.HEADER,
            SIGNED_FOR,
            null));
  }

  private static Outcome wrong(String found, String expected) {
    return new Outcome.Wrong(new Misuse(found, expected));
  }

  /** The first that was given. */
  Optional<UrlOnly.Given> given() {
    if (tokenUrl != null) {
      return Optional.of(new UrlOnly.Given("--oauth2-token-url", "auth"));
    }
    if (bearer != null) {
      return Optional.of(new UrlOnly.Given("--oauth2-bearer", "auth"));
    }
    if (digest) {
      return Optional.of(new UrlOnly.Given("--digest", "auth"));
    }
    return aws == null ? Optional.empty() : Optional.of(new UrlOnly.Given("--aws-sigv4", "auth"));
  }
}
