package parley.interop;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.protocol.deflate.DeflatePolicy;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.ServerIdentity;
import parley.transport.listen.UpgradeAnswer;
import parley.transport.listen.UpgradeRequest;

/** Parley's echo server, and a listener that obeys. Both take compression as it is offered. */
final class ParleyServer implements PeerServer {

  private final EchoServer plainEcho;
  private final EchoServer secureEcho;
  private final Listener plainObeying;
  private final Listener secureObeying;
  private final BlockingQueue<Heard.Closed> closed = new LinkedBlockingQueue<>();

  ParleyServer(ServerIdentity identity) throws IOException {
    var plain = ListenSpec.local().build();
    var secure = ListenSpec.local().tls(identity).build();
    plainEcho = EchoServer.open(echo(plain));
    secureEcho = EchoServer.open(echo(secure));
    plainObeying = Listener.open(plain, this::answer);
    secureObeying = Listener.open(secure, this::answer);
  }

  private static EchoSpec echo(ListenSpec listen) {
    return EchoSpec.of(listen).withSubprotocols(List.of("parley.v1"));
  }

  private UpgradeAnswer answer(UpgradeRequest request) {
    return new UpgradeAnswer.Accept(
        null, DeflatePolicy.AS_OFFERED, List.of(), new ObeyingObserver(closed::add));
  }

  @Override
  public int echoPort(boolean secure) {
    return (secure ? secureEcho : plainEcho).address().getPort();
  }

  @Override
  public int obeyingPort(boolean secure) {
    return (secure ? secureObeying : plainObeying).port();
  }

  @Override
  public void awaitClosed(Heard.Closed expected) {
    while (!Deadline.next(closed, () -> "expected " + expected).equals(expected)) {}
  }

  @Override
  public void close() {
    plainEcho.close();
    secureEcho.close();
    plainObeying.close();
    secureObeying.close();
  }
}
