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

/** What a person sees through nginx, configured as the document says, and wrongly. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NginxTest {

  private static final String LARGE = "a".repeat(8_200);

  private Behind behind;
  private FrontServer front;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    behind = new Behind(folder);
    front =
        FrontServer.nginx(
            folder, behind.configuration("nginx chat-nginx.conf", "wrong-nginx.conf"));
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
          web.sock      | /plain   | 426: nginx is in front, and most probably drops the Upgrade header; in the `location`
          web.sock      | /page    | 200: this is an ordinary page: check the path, such as /ws; or nginx
          web.sock      | /nothing | 404: nginx has no `location`
          web.sock      | /down    | 502: nginx reached no server
          web.sock      | /slow    | 504: nginx reached the server and waited in vain
          web.sock      | /full    | 503: nginx lets no more in
          web.sock      | /moved   | 301: -L follows it
          tls.sock      | /        | 400: wss:// in place of ws://
          h2.sock       | /        | NOT_HTTP: this port takes HTTP/2 only
          balanced.sock | /        | STREAM_ENDED: look into the server's log
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
        .startsWith("400: shorten the URL, the cookies or the headers; nginx takes 8 KB");
    assertThat(behind.outcome(behind.socket("web.sock", "/short?" + LARGE)))
        .startsWith("414: shorten the URL");
  }

  @Test
  void anIdleConnectionIsCutAndPingsKeepItUp() throws Exception {
    assertThat(behind.afterSilence(behind.socket("web.sock", "/short"), false))
        .startsWith("STREAM_END: ")
        .contains("proxy_read_timeout", "--ping-interval 30s");
    assertThat(behind.afterSilence(behind.socket("web.sock", "/short"), true)).isEqualTo("open");
  }
}
