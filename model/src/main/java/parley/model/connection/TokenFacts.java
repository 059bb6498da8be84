package parley.model.connection;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/**
 * What is known of a token that was asked of an authorization server; never the token itself.
 *
 * @param url of the authorization server's token endpoint
 * @param expiresOrNull null when the server did not say, or gave none
 * @param reused whether it was at hand from before
 * @param refusalOrNull what the server answered when it gave none
 */
public record TokenFacts(
    String url, @Nullable Instant expiresOrNull, boolean reused, @Nullable Refusal refusalOrNull) {

  /** Of a token that is there. */
  public TokenFacts(String url, @Nullable Instant expiresOrNull, boolean reused) {
    this(url, expiresOrNull, reused, null);
  }

  /**
   * An answer without a usable token.
   *
   * @param body without its chunk headers, and as far as it came; empty where it has a token that
   *     cannot be used
   */
  public record Refusal(ResponseHead answer, Bytes body) {}

  public Optional<Instant> expires() {
    return Optional.ofNullable(expiresOrNull);
  }

  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusalOrNull);
  }
}
