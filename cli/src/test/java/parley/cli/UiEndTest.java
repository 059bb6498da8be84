package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.protocol.endpoint.Closure;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.ListenSpec;

/** How {@code parley ui} ends, with a connection that is open. */
@EnabledOnOs(OS.LINUX)
final class UiEndTest {

  private static final int SHELL_SIGNAL = 128;

  @TempDir Path top;
  private final BlockingQueue<Closure> closures = new LinkedBlockingQueue<>();

  private final class Remembering implements ConnectionObserver {
    @Override
    public void closed(Closure closure) {
      closures.add(closure);
    }
  }

  @Test
  void ctrlCClosesWhatIsOpenAndAKilledOneIsRepairedAtTheNextStart() throws Exception {
    var listen = ListenSpec.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).build();
    try (var server = EchoServer.open(EchoSpec.of(listen), _ -> new Remembering())) {
      var folder = folder("ws://127.0.0.1:" + server.address().getPort() + "/");
      var state = Files.createDirectories(top.resolve("state"));
      try (var ui = new UiProcess(state, folder)) {
        talk(ui);
        assertThat(ui.interrupt()).isEqualTo(SHELL_SIGNAL);
        assertThat(closure().code().value()).isEqualTo(1001);
        assertThat(ui.log()).contains("The workbench ends, and closes what is open: Feed.\n");
        assertThat(ui.log()).doesNotContain("Exception");
      }
      try (var ui = new UiProcess(state, folder)) {
        assertThat(kept(ui)).contains("'total':1").doesNotContain("'live':true");
        talk(ui);
        ui.kill();
        assertThat(closure()).isNotNull();
      }
      try (var ui = new UiProcess(state, folder)) {
        assertThat(kept(ui)).contains("'total':2").doesNotContain("'live':true");
      }
    }
  }

  private Path folder(String url) throws IOException {
    var folder = Files.createDirectories(top.resolve("shop"));
    Files.writeString(folder.resolve("feed.ws.yaml"), "name: Feed\nurl: " + url + "\n");
    return folder;
  }

  private static void talk(UiProcess ui) throws InterruptedException {
    var message = "{'key':'feed.ws.yaml','message':{'kind':'text','content':'hello'}}";
    assertThat(ui.call("talk.send", message)).contains("'ticket'");
    var rows = "";
    while (!rows.contains("hello")) { // the echo
      var talk = ui.call("talk.get", "{'key':'feed.ws.yaml'}");
      var session = talk.replaceFirst("(?s).*'session':'([^']+)'.*", "$1");
      rows = ui.call("log.rows", "{'session':'" + session + "','from':0,'count':50}");
      rows = rows.replaceFirst("hello", "");
    }
  }

  private static String kept(UiProcess ui) throws InterruptedException {
    return ui.call("history.list", "{'from':0,'count':10}");
  }

  private Closure closure() throws InterruptedException {
    return closures.poll(30, TimeUnit.SECONDS);
  }
}
