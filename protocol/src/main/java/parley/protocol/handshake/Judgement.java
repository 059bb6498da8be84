package parley.protocol.handshake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateParameters;

/**
 * What a client makes of a server's answer.
 *
 * @param upgraded whether the status is 101; if not, nothing else is judged
 * @param violations all that is wrong, in the order of {@link HandshakeRule}; with any of them a
 *     strict client fails the connection (RFC 6455, 4.1)
 * @param subprotocolOrNull what the server chose, right or not; null when it chose none
 * @param deflateOrNull permessage-deflate as the server will use it, as far as its answer can be
 *     read, right or not; null without it
 * @param otherExtensions the names of all other extensions that the server accepted
 */
public record Judgement(
    boolean upgraded,
    List<HandshakeViolation> violations,
    @Nullable String subprotocolOrNull,
    @Nullable DeflateParameters deflateOrNull,
    List<String> otherExtensions) {

  public Judgement {
    violations = List.copyOf(violations);
    otherExtensions = List.copyOf(otherExtensions);
  }

  /** Whether the connection is a WebSocket now and nothing speaks against it. */
  public boolean isFaultless() {
    return upgraded && violations.isEmpty();
  }

  /** The server's choice, right or not. */
  public Optional<String> subprotocol() {
    return Optional.ofNullable(subprotocolOrNull);
  }

  /** Compression as the server will use it; empty without it or when it cannot be read. */
  public Optional<DeflateParameters> deflate() {
    return Optional.ofNullable(deflateOrNull);
  }
}
