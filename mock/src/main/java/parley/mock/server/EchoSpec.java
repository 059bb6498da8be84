package parley.mock.server;

import java.util.List;
import parley.protocol.deflate.DeflatePolicy;
import parley.transport.listen.ListenSpec;

/**
 * What an echo server does.
 *
 * @param listen where it listens, and its limits
 * @param behaviour how it echoes
 * @param subprotocols those it supports; empty to take the first one that a client asks for
 * @param deflate what it accepts of permessage-deflate
 */
public record EchoSpec(
    ListenSpec listen, EchoBehaviour behaviour, List<String> subprotocols, DeflatePolicy deflate) {

  public EchoSpec {
    subprotocols = List.copyOf(subprotocols);
  }

  /** Echoes at once, with every subprotocol and compression as clients offer it. */
  public static EchoSpec of(ListenSpec listen) {
    return new EchoSpec(listen, EchoBehaviour.PLAIN, List.of(), DeflatePolicy.AS_OFFERED);
  }

  public EchoSpec withBehaviour(EchoBehaviour changed) {
    return new EchoSpec(listen, changed, subprotocols, deflate);
  }

  public EchoSpec withSubprotocols(List<String> changed) {
    return new EchoSpec(listen, behaviour, changed, deflate);
  }

  public EchoSpec withDeflate(DeflatePolicy changed) {
    return new EchoSpec(listen, behaviour, subprotocols, changed);
  }
}
