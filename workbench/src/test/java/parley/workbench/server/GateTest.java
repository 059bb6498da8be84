package parley.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.server.Heads.get;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.handshake.RequestHead;

/** Who asks, as browsers tell it whatever a page wants. */
class GateTest {

  private static final String HOST = "Host: 127.0.0.1:7357";

  private final Gate gate =
      new Gate(new Hosts(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 7357));

  @Test
  void aPersonAndOurOwnPageComeIn() {
    assertThat(gate.objection(get("/", HOST))).isEmpty();
    assertThat(gate.objection(get("/", HOST, "Sec-Fetch-Site: none"))).isEmpty();
    assertThat(
            gate.objection(
                get(
                    "/key",
                    HOST,
                    "Origin: http://127.0.0.1:7357",
                    "Sec-Fetch-Site: same-origin",
                    "Sec-Fetch-Mode: cors")))
        .isEmpty();
  }

  @Test
  void anotherNameForThisMachineIsRefused() {
    assertThat(gate.objection(get("/", "Host: evil.example:7357"))).isPresent();
    assertThat(gate.objection(get("/"))).isPresent();
    assertThat(gate.objection(get("/", HOST, HOST))).isPresent();
    assertThat(
            gate.objectionToUpgrade(
                get("/api", "Host: evil.example:7357", "Origin: http://evil.example:7357")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:7358",
        "http://localhost:7357",
        "https://127.0.0.1:7357",
        "HTTP://127.0.0.1:7357",
        "http://127.0.0.1:7357/",
        "http://127.0.0.1:7357.evil.example",
        "http://127.0.0.1:7357 http://evil.example",
        "file://",
        "chrome-extension://abc"
      })
  void anotherOriginIsRefused(String origin) {
    var head = get("/api", HOST, "Origin: " + origin);
    assertThat(gate.objection(head)).isPresent();
    assertThat(gate.objectionToUpgrade(head)).isPresent();
  }

  @Test
  void anUpgradeNeedsItsOriginOnce() {
    var own = "Origin: http://127.0.0.1:7357";
    assertThat(gate.objectionToUpgrade(get("/api", HOST, own))).isEmpty();
    assertThat(gate.objectionToUpgrade(get("/api", HOST))).isPresent();
    assertThat(gate.objectionToUpgrade(get("/api", HOST, own, own))).isPresent();
    assertThat(gate.objectionToUpgrade(get("/api", HOST, own, "Origin: http://evil.example")))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site,no-cors,script,/app.js",
    "cross-site,no-cors,script,/",
    "cross-site,navigate,iframe,/",
    "cross-site,navigate,document,/key",
    "cross-site,navigate,document,/download/x",
    "cross-site,cors,empty,/",
    "same-site,no-cors,image,/icon.svg",
    "same-site,websocket,websocket,/api",
    "nonsense,no-cors,image,/icon.svg"
  })
  void whatAPageOfOthersLoadsIsRefused(String site, String mode, String dest, String target) {
    assertThat(gate.objection(fetched(target, site, mode, dest))).isPresent();
  }

  @Test
  void aLinkFromElsewhereMayLeadToTheEntrance() {
    for (var target : new String[] {"/", "/enter"}) {
      assertThat(gate.objection(fetched(target, "cross-site", "navigate", "document"))).isEmpty();
    }
  }

  private static RequestHead fetched(String target, String site, String mode, String dest) {
    return get(
        target,
        HOST,
        "Sec-Fetch-Site: " + site,
        "Sec-Fetch-Mode: " + mode,
        "Sec-Fetch-Dest: " + dest);
  }
}
