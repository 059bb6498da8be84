package parley.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.MessageView;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connection.ConnectionObserver;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;
import parley.transport.fixture.Watcher;

/** The way from the socket to an observer that looks at nothing, once it is warm. */
@Timeout(60)
class ReceiveAllocationTest {

  private static final int WARM = 300_000;
  private static final int COUNTED = 200_000;

  @Test
  void aReceivedMessageAllocatesNothing() throws IOException {
    var counter = new Counter();
    try (var peer = Peer.doing(ReceiveAllocationTest::flood);
        var connector = new Connector()) {
      var spec = ConnectSpec.to(peer.url()).build();
      Watcher.get(connector.connect(spec, counter));
      var perMessage = Watcher.get(counter.allocatedBytes) / (double) COUNTED;
      assertThat(perMessage).isLessThan(0.5); // The reads themselves cost a little, shared by many.
    }
  }

  private static void flood(Talk talk) throws IOException {
    talk.upgrade();
    var frames = Bytes.hex(("810d" + Bytes.utf8("hello, world!").toHex()).repeat(1000));
    for (var sent = 0; sent < WARM + 2 * COUNTED; sent += 1000) {
      talk.send(frames);
    }
    talk.hang();
  }

  /** Counts messages, and what the loop's thread allocates while the last ones come. */
  private static final class Counter implements ConnectionObserver {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CompletableFuture<Long> allocatedBytes = new CompletableFuture<>();
    private int messages;
    private long before;

    @Override
    public void message(MessageView message) {
      messages++;
      if (messages == WARM) {
        before = threads.getCurrentThreadAllocatedBytes();
      } else if (messages == WARM + COUNTED) {
        allocatedBytes.complete(threads.getCurrentThreadAllocatedBytes() - before);
      }
    }
  }
}
