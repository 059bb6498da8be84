package parley.model.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lay on the way to a server, beside the server itself.
 *
 * @param hops the answers that were followed, the first one first: redirects and challenges
 * @param tunnelOrNull how the proxy was passed, or was not; null where there was none
 * @param tokenOrNull the token that the request carried; null where none was asked for
 */
public record Way(List<Hop> hops, @Nullable Tunnel tunnelOrNull, @Nullable TokenFacts tokenOrNull) {

  /** Straight there. */
  public static final Way STRAIGHT = new Way(List.of(), null, null);

  public Way {
    hops = List.copyOf(hops);
  }

  public Optional<Tunnel> tunnel() {
    return Optional.ofNullable(tunnelOrNull);
  }

  public Optional<TokenFacts> token() {
    return Optional.ofNullable(tokenOrNull);
  }

  public Way withTunnel(Tunnel changed) {
    return new Way(hops, changed, tokenOrNull);
  }
}
