package parley.model.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client shows of itself where a header that stays the same is not enough. */
public sealed interface Credentials {

  /** An answer to the server's challenge (RFC 7616). */
  record Digest(String username, String password) implements Credentials {

    @Override
    public String toString() {
      return "Digest[username=" + username + "]";
    }
  }

  /**
   * A token that an authorization server gives for the client's own credentials (RFC 6749, 4.4).
   *
   * @param audienceOrNull what the token is for, where the server asks
   * @param place where the client's id and secret are told to the server
   * @param parameters more of them for the server, such as {@code resource} (RFC 8707)
   */
  record ClientCredentials(
      TokenUrl tokenUrl,
      String clientId,
      String clientSecret,
      List<String> scopes,
      @Nullable String audienceOrNull,
      SecretPlace place,
      List<Parameter> parameters)
      implements Credentials {

    public ClientCredentials {
      scopes = List.copyOf(scopes);
      parameters = List.copyOf(parameters);
    }

    public Optional<String> audience() {
      return Optional.ofNullable(audienceOrNull);
    }

    @Override
    public String toString() {
      return "ClientCredentials[tokenUrl=" + tokenUrl + ", clientId=" + clientId + "]";
    }
  }

  /** Where a client tells its id and secret to an authorization server (RFC 6749, 2.3.1). */
  enum SecretPlace {
    /** As basic authentication. */
    HEADER,
    /** Among the parameters. */
    BODY
  }

  /** A parameter of a token request. */
  record Parameter(String name, String value) {

    @Override
    public String toString() {
      return "Parameter[name=" + name + "]";
    }
  }

  /**
   * A request signed with AWS Signature Version 4.
   *
   * @param sessionTokenOrNull of temporary credentials
   * @param place where the signature stands
   * @param expires how long a signature in the query is good for, in whole seconds
   * @param timeOrNull of the signature; null for the time at which the request is made
   */
  record AwsSignature(
      String accessKey,
      String secretKey,
      @Nullable String sessionTokenOrNull,
      String region,
      String service,
      SignaturePlace place,
      Duration expires,
      @Nullable Instant timeOrNull)
      implements Credentials {

    /** What AWS takes at most. */
    public static final Duration MAX_EXPIRES = Duration.ofDays(7);

    public Optional<String> sessionToken() {
      return Optional.ofNullable(sessionTokenOrNull);
    }

    public Optional<Instant> time() {
      return Optional.ofNullable(timeOrNull);
    }

    @Override
    public String toString() {
      return "AwsSignature[accessKey=" + accessKey + ", region=" + region + "]";
    }
  }

  /** Where a signature stands. */
  enum SignaturePlace {
    /** In headers. */
    HEADER,
    /** In the query, as AWS IoT and browsers need it. */
    QUERY
  }
}
