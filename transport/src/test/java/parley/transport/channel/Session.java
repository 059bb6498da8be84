package parley.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.UnaryOperator;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Watcher;

/** An open connection to a scripted server, whose script begins behind the handshake. */
final class Session implements AutoCloseable {

  final Watcher watcher = new Watcher();
  final Connection connection;
  private final Connector connector = new Connector();
  private final Peer peer;

  Session(Peer.Script script) throws IOException {
    this(spec -> spec, script);
  }

  Session(UnaryOperator<ConnectSpec.Builder> settings, Peer.Script script) throws IOException {
    peer =
        Peer.doing(talk -> {
          talk.upgrade();
          script.run(talk);
        });
    var spec = settings.apply(ConnectSpec.to(peer.url())).build();
    assertThat(Watcher.get(connector.connect(spec, watcher))).isInstanceOf(Attempt.Open.class);
    connection = watcher.connection();
  }

  @Override
  public void close() throws IOException {
    connector.close();
    peer.close();
  }
}
