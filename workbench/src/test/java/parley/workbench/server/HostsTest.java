package parley.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  private static final Hosts LOCAL = at("127.0.0.1", 7357);

  private static Hosts at(String address, int port) {
    return new Hosts(new InetSocketAddress(InetAddress.ofLiteral(address), 0), port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:7357", "localhost:7357", "LocalHost:7357", "[::1]:7357"})
  void thisMachineIsAskedForByItsNamesAndThePort(String host) {
    assertThat(LOCAL.isOurs(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:80",
        "127.0.0.1:07357x",
        "127.0.0.1:735",
        "127.0.0.1:73570",
        "127.0.0.1.:7357",
        "localhost.:7357",
        "localhost",
        "evil.example:7357",
        "127.0.0.1.evil.example:7357",
        "localhost.evil.example:7357",
        "evil.example#127.0.0.1:7357",
        "user@127.0.0.1:7357",
        "127.0.0.1:7357@evil.example:7357",
        "127.0.0.2:7357",
        "127.1:7357",
        "2130706433:7357",
        "0x7f000001:7357",
        "0177.0.0.1:7357",
        "0.0.0.0:7357",
        "300.0.0.1:7357",
        "[::]:7357",
        "[::2]:7357",
        "[:::::]:7357",
        "[127.0.0.1]:7357x",
        "::1:7357",
        " 127.0.0.1:7357",
        "127.0.0.1:7357 ",
        "127.0.0.1:7357,evil.example",
        "127.0.0.1:7357/",
        "http://127.0.0.1:7357",
        "lоcalhost:7357"
      })
  void everythingElseIsSomebodyElse(String host) {
    assertThat(LOCAL.isOurs(host)).isFalse();
  }

  @Test
  void thePortOfHttpIsLeftOutByBrowsers() {
    var hosts = at("127.0.0.1", 80);
    assertThat(hosts.isOurs("localhost")).isTrue();
    assertThat(hosts.isOurs("localhost:80")).isTrue();
    assertThat(hosts.origin()).isEqualTo("http://127.0.0.1");
  }

  @Test
  void anAddressOfTheNetworkIsNotThisMachinesName() {
    var hosts = at("192.0.2.7", 7357);
    assertThat(hosts.isOurs("192.0.2.7:7357")).isTrue();
    assertThat(hosts.isOurs("localhost:7357")).isFalse();
    assertThat(hosts.isOurs("192.0.2.8:7357")).isFalse();
    assertThat(hosts.origin()).isEqualTo("http://192.0.2.7:7357");
  }

  @Test
  void aNameThatTheUserGaveCounts() throws Exception {
    var named = InetAddress.getByAddress("box.example", new byte[] {(byte) 192, 0, 2, 7});
    var hosts = new Hosts(new InetSocketAddress(named, 0), 7357);
    assertThat(hosts.isOurs("box.example:7357")).isTrue();
    assertThat(hosts.isOurs("BOX.example:7357")).isTrue();
    assertThat(hosts.isOurs("other.example:7357")).isFalse();
  }

  @Test
  void listeningEverywhereIsAskedForByAnyAddressOfTheMachineButByNoName() {
    var hosts = at("0.0.0.0", 7357);
    assertThat(hosts.isOurs("127.0.0.1:7357")).isTrue();
    assertThat(hosts.isOurs("localhost:7357")).isTrue();
    assertThat(hosts.isOurs("evil.example:7357")).isFalse();
    assertThat(hosts.isOurs("192.0.2.7:7357")).isFalse();
    assertThat(hosts.isOurs(hosts.origin().substring("http://".length()))).isTrue();
  }

  @Test
  void addressesOfVersion6StandInBrackets() {
    assertThat(at("::1", 7357).isOurs("[0:0:0:0:0:0:0:1]:7357")).isTrue();
    assertThat(at("2001:db8::7", 7357).origin()).isEqualTo("http://[2001:db8:0:0:0:0:0:7]:7357");
  }
}
