package parley.transport.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.frame.Bytes;
import parley.protocol.socks.SocksClient;
import parley.protocol.socks.SocksClient.Progress;
import parley.protocol.socks.SocksTarget;

/** What is shown of a SOCKS proxy's refusal. */
class SocksHandlerTest {

  private static final class Heard implements SocksHandler.Listener {

    private final List<String> all = new ArrayList<>();

    @Override
    public void opened() {
      all.add("opened");
    }

    @Override
    public void refused(Progress progress, Bytes received) {
      all.add("refused " + received.toHex());
    }

    @Override
    public void broken(Throwable failure) {
      all.add("broken");
    }

    @Override
    public void ended() {
      all.add("ended");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0500 0501, refused 0501",
    "0500 05010001, refused 05010001",
    "0500 05 01, refused 0501",
    "05000501, refused 0501",
    "485454502f, refused 485454502f",
    "05, ended"
  })
  void isTheWholeAnswerWhateverItsCuts(String reads, String heard) {
    var listener = new Heard();
    var client = SocksClient.of(SocksTarget.ofName("far.example", 80));
    var channel = new EmbeddedChannel(new SocksHandler(client, listener));
    for (var read : reads.split(" ", -1)) {
      channel.writeInbound(Unpooled.wrappedBuffer(Bytes.hex(read).asBuffer()));
    }
    channel.finishAndReleaseAll();
    assertThat(listener.all).containsExactly(heard);
  }
}
