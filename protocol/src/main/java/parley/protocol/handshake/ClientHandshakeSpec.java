package parley.protocol.handshake;

import java.util.List;
import java.util.Set;
import parley.protocol.deflate.DeflateOffer;

/**
 * What a client wants to say in its opening handshake.
 *
 * @param host the value of the Host header
 * @param target path and query, as they stand in the request line
 * @param subprotocols in order of preference, as they stand in Sec-WebSocket-Protocol
 * @param deflateOffers what is offered of permessage-deflate, in order of preference (RFC 7692,
 *     5.1); empty for no compression
 * @param headers the user's own headers in the user's order; one of the name of a header that
 *     Parley would send replaces it
 * @param omittedHeaders the names, in any case, of headers that Parley must not add
 */
public record ClientHandshakeSpec(
    String host,
    String target,
    List<String> subprotocols,
    List<DeflateOffer> deflateOffers,
    List<Header> headers,
    Set<String> omittedHeaders) {

  public ClientHandshakeSpec {
    subprotocols = List.copyOf(subprotocols);
    deflateOffers = List.copyOf(deflateOffers);
    headers = List.copyOf(headers);
    omittedHeaders = Set.copyOf(omittedHeaders);
  }

  /** Nothing but what every handshake has. */
  public static ClientHandshakeSpec of(String host, String target) {
    return new ClientHandshakeSpec(host, target, List.of(), List.of(), List.of(), Set.of());
  }
}
