package parley.model.connection;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token that an authorization server gave; never the token itself.
 *
 * @param url of the authorization server's token endpoint
 * @param expiresOrNull null when the server did not say
 * @param reused whether it was at hand from before
 */
public record TokenFacts(String url, @Nullable Instant expiresOrNull, boolean reused) {

  public Optional<Instant> expires() {
    return Optional.ofNullable(expiresOrNull);
  }
}
