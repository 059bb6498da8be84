package parley.model.collection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.Credentials.SignaturePlace;

/** How a client says who it is. */
public sealed interface Auth {

  /** Nothing is said. */
  record None() implements Auth {}

  /** What the folder above says. */
  record Inherit() implements Auth {}

  /** RFC 7617. */
  record Basic(Source username, Source password) implements Auth {}

  /** RFC 6750, in the Authorization header. */
  record Bearer(Source token) implements Auth {}

  /** A key under a name of the server's choice. */
  record ApiKey(Source name, Source value, KeyPlace in) implements Auth {}

  /**
   * OAuth 2.0 with client credentials (RFC 6749, 4.4).
   *
   * @param parameters more of them for the token server
   */
  record OAuth2(
      Source tokenUrl,
      Source clientId,
      Source clientSecret,
      List<Source> scopes,
      @Nullable Source audienceOrNull,
      SecretPlace send,
      List<Field> parameters)
      implements Auth {
    public OAuth2 {
      scopes = List.copyOf(scopes);
      parameters = List.copyOf(parameters);
    }

    /** What the token is for, where the server asks. */
    public Optional<Source> audience() {
      return Optional.ofNullable(audienceOrNull);
    }
  }

  /** RFC 7616. */
  record Digest(Source username, Source password) implements Auth {}

  /**
   * A request signed with AWS Signature Version 4.
   *
   * @param in where the signature stands
   * @param expires how long one in the query is good for
   */
  record Aws(
      Source accessKey,
      Source secretKey,
      @Nullable Source sessionTokenOrNull,
      Source region,
      Source service,
      SignaturePlace in,
      Duration expires)
      implements Auth {

    /** The token of temporary credentials. */
    public Optional<Source> sessionToken() {
      return Optional.ofNullable(sessionTokenOrNull);
    }
  }

  /** Where an API key is put. */
  enum KeyPlace {
    HEADER,
    QUERY
  }
}
