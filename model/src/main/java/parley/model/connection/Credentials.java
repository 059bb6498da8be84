package parley.model.connection;

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
   * @param tokenUrl of the server's token endpoint, http or https
   * @param audienceOrNull what the token is for, where the server asks
   */
  record ClientCredentials(
      String tokenUrl,
      String clientId,
      String clientSecret,
      List<String> scopes,
      @Nullable String audienceOrNull)
      implements Credentials {

    public ClientCredentials {
      scopes = List.copyOf(scopes);
    }

    public Optional<String> audience() {
      return Optional.ofNullable(audienceOrNull);
    }

    @Override
    public String toString() {
      return "ClientCredentials[tokenUrl=" + tokenUrl + ", clientId=" + clientId + "]";
    }
  }

  /**
   * A request signed with AWS Signature Version 4.
   *
   * @param sessionTokenOrNull of temporary credentials
   */
  record AwsSignature(
      String accessKey,
      String secretKey,
      @Nullable String sessionTokenOrNull,
      String region,
      String service)
      implements Credentials {

    public Optional<String> sessionToken() {
      return Optional.ofNullable(sessionTokenOrNull);
    }

    @Override
    public String toString() {
      return "AwsSignature[accessKey=" + accessKey + ", region=" + region + "]";
    }
  }
}
