package parley.protocol.deflate;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of permessage-deflate as one side states them (RFC 7692, 7.1), in an offer or, as
 * far as they go there, in an answer.
 *
 * @param serverMaxWindowBitsOrNull 8 to 15; null when not stated
 */
public record DeflateOffer(
    boolean serverNoContextTakeover,
    boolean clientNoContextTakeover,
    @Nullable Integer serverMaxWindowBitsOrNull,
    ClientWindow clientMaxWindowBits) {

  /** What is said about the client's window (RFC 7692, 7.1.2.2). */
  public sealed interface ClientWindow {

    /** Not stated: the server may not limit the client's window. */
    record Absent() implements ClientWindow {}

    /** Stated without a value: the server may limit the client's window. */
    record WithoutValue() implements ClientWindow {}

    /** Stated with its value, 8 to 15. */
    record Bits(int bits) implements ClientWindow {
      public Bits {
        WindowBits.require(bits);
      }
    }
  }

  /** The offer without any parameter. */
  public static final DeflateOffer PLAIN =
      new DeflateOffer(false, false, null, new ClientWindow.Absent());

  /** What browsers offer: the server may limit the client's window. */
  public static final DeflateOffer USUAL = PLAIN.withClientMaxWindowBits();

  public DeflateOffer {
    if (serverMaxWindowBitsOrNull != null) {
      WindowBits.require(serverMaxWindowBitsOrNull);
    }
  }

  /** Asks the server to start each message with an empty window (RFC 7692, 7.1.1.1). */
  public DeflateOffer withServerNoContextTakeover() {
    return new DeflateOffer(
        true, clientNoContextTakeover, serverMaxWindowBitsOrNull, clientMaxWindowBits);
  }

  /** Says that the client may start each message with an empty window (RFC 7692, 7.1.1.2). */
  public DeflateOffer withClientNoContextTakeover() {
    return new DeflateOffer(
        serverNoContextTakeover, true, serverMaxWindowBitsOrNull, clientMaxWindowBits);
  }

  /** Asks the server for a window of at most {@code bits}, 8 to 15 (RFC 7692, 7.1.2.1). */
  public DeflateOffer withServerMaxWindowBits(int bits) {
    return new DeflateOffer(
        serverNoContextTakeover, clientNoContextTakeover, bits, clientMaxWindowBits);
  }

  /** Lets the server limit the client's window (RFC 7692, 7.1.2.2). */
  public DeflateOffer withClientMaxWindowBits() {
    return withClientWindow(new ClientWindow.WithoutValue());
  }

  /** The same, and says that it will be at most {@code bits}, 8 to 15, in any case. */
  public DeflateOffer withClientMaxWindowBits(int bits) {
    return withClientWindow(new ClientWindow.Bits(bits));
  }

  private DeflateOffer withClientWindow(ClientWindow window) {
    return new DeflateOffer(
        serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBitsOrNull, window);
  }

  /** The limit asked of the server's window, 8 to 15; empty when none is stated. */
  public Optional<Integer> serverMaxWindowBits() {
    return Optional.ofNullable(serverMaxWindowBitsOrNull);
  }

  /** The element for Sec-WebSocket-Extensions. */
  public Extension toExtension() {
    var parameters = new ArrayList<Extension.Parameter>();
    if (serverNoContextTakeover) {
      parameters.add(Extension.Parameter.of(DeflateNames.SERVER_NO_CONTEXT_TAKEOVER));
    }
    if (clientNoContextTakeover) {
      parameters.add(Extension.Parameter.of(DeflateNames.CLIENT_NO_CONTEXT_TAKEOVER));
    }
    serverMaxWindowBits()
        .map(bits -> Extension.Parameter.of(DeflateNames.SERVER_MAX_WINDOW_BITS, bits))
        .ifPresent(parameters::add);
    clientWindowParameter().ifPresent(parameters::add);
    return new Extension(DeflateNames.EXTENSION, parameters);
  }

  private Optional<Extension.Parameter> clientWindowParameter() {
    return switch (clientMaxWindowBits) {
      case ClientWindow.Absent() -> Optional.empty();
      case ClientWindow.WithoutValue() ->
          Optional.of(Extension.Parameter.of(DeflateNames.CLIENT_MAX_WINDOW_BITS));
      case ClientWindow.Bits stated ->
          Optional.of(Extension.Parameter.of(DeflateNames.CLIENT_MAX_WINDOW_BITS, stated.bits()));
    };
  }

  /** As it stands in Sec-WebSocket-Extensions. */
  public String toHeaderValue() {
    return toExtension().toHeaderValue();
  }
}
