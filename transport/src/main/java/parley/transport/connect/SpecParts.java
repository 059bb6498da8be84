package parley.transport.connect;

import org.jspecify.annotations.Nullable;
import parley.model.connection.ConnectSpec;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.endpoint.Role;
import parley.protocol.handshake.ClientHandshakeSpec;
import parley.transport.channel.LinkSettings;

/** The parts of a {@link ConnectSpec} in the words of those who act on them. */
final class SpecParts {

  private SpecParts() {}

  static ClientHandshakeSpec handshake(ConnectSpec spec) {
    return new ClientHandshakeSpec(
        spec.url().authority(),
        spec.url().target(),
        spec.subprotocols(),
        spec.deflateOffers(),
        spec.headers(),
        spec.omittedHeaders());
  }

  static LinkSettings link(ConnectSpec spec, @Nullable DeflateParameters deflate) {
    var endpoint =
        new EndpointOptions(
            Role.CLIENT, spec.policy(), spec.maxMessage(), spec.autoPong(), deflate);
    return new LinkSettings(endpoint, spec.closeTimeout(), spec.keepAliveOrNull());
  }
}
