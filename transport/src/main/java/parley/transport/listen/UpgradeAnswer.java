package parley.transport.listen;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.transport.connection.ConnectionObserver;

/** What a listener's owner answers to an upgrade request. */
public sealed interface UpgradeAnswer {

  /**
   * The connection is opened.
   *
   * @param subprotocolOrNull the one chosen of those that the client offers
   * @param deflate what is accepted of permessage-deflate when the client offers it
   * @param headers further headers of the answer
   * @param observer sees the connection from its opening on
   */
  record Accept(
      @Nullable String subprotocolOrNull,
      DeflatePolicy deflate,
      List<Header> headers,
      ConnectionObserver observer)
      implements UpgradeAnswer {
    public Accept {
      headers = List.copyOf(headers);
    }

    public Optional<String> subprotocol() {
      return Optional.ofNullable(subprotocolOrNull);
    }
  }

  /** The request is refused, and the connection closed behind it. */
  record Reject(Refusal refusal) implements UpgradeAnswer {}
}
