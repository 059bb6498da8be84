package parley.workbench.talk;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.protocol.endpoint.Closure;
import parley.transport.connection.ConnectionObserver;

/** A server that remembers how its connection ended. */
final class CloseWitness implements AutoCloseable {

  private final CompletableFuture<Closure> end = new CompletableFuture<>();
  private final EchoServer server;

  CloseWitness() throws IOException {
    server =
        EchoServer.open(
            EchoSpec.of(TalkRig.loopback()),
            _ ->
                new ConnectionObserver() {
                  @Override
                  public void closed(Closure closure) {
                    end.complete(closure);
                  }
                });
  }

  String url() {
    return TalkRig.url(server) + "/";
  }

  Closure closed() {
    return end.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    server.close();
  }
}
