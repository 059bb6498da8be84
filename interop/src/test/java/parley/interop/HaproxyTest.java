package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.connection.WsUrl;
import parley.protocol.handshake.Header;

/** What a person sees through haproxy, configured as the document says, and wrongly. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HaproxyTest {

  private static final String LARGE = "a".repeat(17_000);

  private Behind behind;
  private FrontServer front;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    behind = new Behind(folder);
    front =
        FrontServer.haproxy(
            folder, behind.configuration("haproxy chat-haproxy.cfg", "wrong-haproxy.cfg"));
  }

  @AfterAll
  void end() throws Exception {
    if (front != null) {
      front.close();
    }
    behind.close();
  }

  @Test
  void theDocumentedConfigurationPassesWebSocketsOnAndEndsTls() {
    assertThat(behind.echoed(new WsUrl(false, "127.0.0.1", behind.port, "/chat"))).isEqualTo("hi");
    assertThat(behind.echoed(new WsUrl(true, "localhost", behind.securePort, "/chat")))
        .isEqualTo("hi");
    assertThat(behind.outcome(new WsUrl(true, "localhost", behind.port, "/chat")))
        .startsWith("NOT_TLS: ws:// in place of wss://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web.sock      | /chat    | open
          web.sock      | /plain   | 426: the server did not see a WebSocket handshake
          web.sock      | /down    | 503: haproxy has no server for this
          web.sock      | /none    | 503: haproxy has no server for this
          web.sock      | /slow    | 504: haproxy reached the server and waited in vain
          web.sock      | /deny    | 403: a rule of haproxy refuses this
          tls.sock      | /        | STREAM_ENDED: look into the server's log
          h2.sock       | /        | STREAM_ENDED: look into the server's log
          balanced.sock | /        | RESET: wss:// in place of ws://
          """)
  void aWrongConfigurationIsToldByItsAnswer(String socket, String path, String outcome) {
    assertThat(behind.outcome(behind.socket(socket, path))).startsWith(outcome);
  }

  @Test
  void aPortForLoadBalancersOrHttp2OnlyIsNamedWhereNothingElseShows() {
    assertThat(behind.outcome(behind.socket("balanced.sock", "/"))).contains("PROXY protocol");
  }

  @Test
  void aRequestThatIsTooLargeIsToldWithTheLimit() {
    assertThat(behind.outcome(behind.socket("web.sock", "/short"), new Header("X-Large", LARGE)))
        .startsWith("400: haproxy could not take the request");
    assertThat(behind.outcome(behind.socket("web.sock", "/short?" + LARGE)))
        .startsWith("400: haproxy could not take the request");
  }

  @Test
  void anIdleConnectionIsCutAndPingsKeepItUp() throws Exception {
    assertThat(behind.afterSilence(behind.socket("web.sock", "/short"), false))
        .startsWith("STREAM_END: ")
        .contains("timeout tunnel", "--ping-interval 30s");
    assertThat(behind.afterSilence(behind.socket("web.sock", "/short"), true)).isEqualTo("open");
  }
}
