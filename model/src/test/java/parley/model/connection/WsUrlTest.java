package parley.model.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.WsUrl.Parsed;
import parley.protocol.handshake.Header;

/** What becomes of a URL that a person typed (RFC 6455, 3). */
class WsUrlTest {

  private static Parsed.Valid valid(String text) {
    var parsed = WsUrl.parse(text);
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    return (Parsed.Valid) parsed;
  }

  private static String problem(String text) {
    var parsed = WsUrl.parse(text);
    assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
    return ((Parsed.Invalid) parsed).problem();
  }

  @ParameterizedTest
  @CsvSource({
    "ws://example.com,                  false, example.com, 80,   /",
    "wss://example.com,                 true,  example.com, 443,  /",
    "WSS://example.com:8443/a/b?c=d&e,  true,  example.com, 8443, /a/b?c=d&e",
    "ws://example.com?q=/x,             false, example.com, 80,   /?q=/x",
    "ws://127.0.0.1:9001/getCase?n=1,   false, 127.0.0.1,   9001, /getCase?n=1",
    "ws://[::1]:8080/,                  false, ::1,         8080, /",
    "ws://[fe80::1%eth0]/,              false, fe80::1%eth0, 80,  /",
    "ws://[fe80::1%25eth0]/,            false, fe80::1%eth0, 80,  /",
    "ws://[fe80::1%25]/,                false, fe80::1%25,  80,   /",
    "ws://example.com:/,                false, example.com, 80,   /",
    "ws://my_host.local.:81,            false, my_host.local., 81, /",
    "ws://bücher.example/,              false, xn--bcher-kva.example, 80, /",
    "ws://a/{x}|%41%zz^,                false, a,           80,   /{x}|%41%zz^",
  })
  void partsAreRead(String text, boolean secure, String host, int port, String target) {
    var parsed = valid(text);
    assertThat(parsed.url()).isEqualTo(new WsUrl(secure, host, port, target));
    assertThat(parsed.notices()).isEmpty();
    assertThat(parsed.authorization()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example,      ws://a.example/,      http:// was taken as ws://",
    "HTTPS://a.example/x,   wss://a.example/x,    https:// was taken as wss://",
    "a.example,             wss://a.example/,     no scheme: took it as wss://",
    "a.example:80/x,        ws://a.example/x,     no scheme: took it as ws://",
    "localhost:9000,        ws://localhost:9000/, no scheme: took it as ws://",
    "127.0.0.1:9000,        ws://127.0.0.1:9000/, no scheme: took it as ws://",
    "[::1]:9000,            ws://[::1]:9000/,     no scheme: took it as ws://",
  })
  void whatIsCorrectedIsNoticed(String text, String url, String notice) {
    assertThat(valid(text).url()).hasToString(url);
    assertThat(valid(text).notices()).containsExactly(notice);
  }

  @ParameterizedTest
  @CsvSource({
    "unix:/run/app.sock:/a?b=c:/d,   unix:/run/app.sock:/a?b=c:/d,  /run/app.sock, /a?b=c:/d",
    "unix:/run/app.sock,             unix:/run/app.sock:/,          /run/app.sock, /",
    "ws+unix:///run/a:b.sock:/,      unix:/run/a:b.sock:/,          /run/a:b.sock, /",
    "WSS+UNIX:/run/app.sock:/ü,      wss+unix:/run/app.sock:/%C3%BC, /run/app.sock, /%C3%BC",
  })
  void aSocketOfThisMachineStandsBeforeThePath(
      String text, String shown, Path socket, String target) {
    var url = valid(text).url();
    assertThat(url).hasToString(shown);
    assertThat(url.socket()).contains(socket);
    assertThat(url.target()).isEqualTo(target);
    assertThat(url.authority()).isEqualTo("localhost");
    assertThat(valid(shown).url()).isEqualTo(url);
  }

  @Test
  void aZoneIsShownAndNotSent() {
    var url = valid("ws://[fe80::1%eth0]:81/").url();
    assertThat(url).hasToString("ws://[fe80::1%25eth0]:81/");
    assertThat(url.authority()).isEqualTo("[fe80::1]:81");
    assertThat(url.hostPort().withoutZone()).isEqualTo(new HostPort("fe80::1", 81));
  }

  @ParameterizedTest
  @CsvSource({
    "a.example:443, a.example",
    "*:1,           *",
    "[::1]:65535,   ::1",
    "a.example,",
    "a.example:,",
    ":443,",
    "::1:443,",
    "[]:443,",
    "a:0,",
    "a:65536,",
    "a:x,",
  })
  void aHostAndAPortAreRead(String text, @Nullable String host) {
    assertThat(HostPort.parse(text).map(HostPort::host)).isEqualTo(Optional.ofNullable(host));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,        10.0.0.1:80",
    "::1,             [::1]:80",
    "::,              [::]:80",
    "1:0:0:2:0:0:0:3, [1:0:0:2::3]:80",
    "1:0:3:4:5:6:7:8, [1:0:3:4:5:6:7:8]:80",
    "[fe80::1%2],     [fe80::1%2]:80",
    "1::,             [1::]:80",
  })
  void anAddressIsShownShort(String literal, String shown) {
    var address = HostText.address(literal).orElseThrow();
    assertThat(HostText.of(new InetSocketAddress(address, 80))).isEqualTo(shown);
    assertThat(HostText.address("host")).isEmpty();
  }

  @Test
  void whatARequestLineCannotHoldIsPercentEncoded() {
    var parsed = valid("ws://a/ü x");
    assertThat(parsed.url().target()).isEqualTo("/%C3%BC%20x");
    assertThat(parsed.notices()).hasSize(1);
  }

  @Test
  void aUserAndPasswordBecomeAHeader() {
    assertThat(valid("ws://me:p%40ss@a/").authorization())
        .contains(new Header("Authorization", "Basic bWU6cEBzcw=="));
    assertThat(valid("ws://a%zz:@b@a/").url().host()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "ws://a/#part,        '#part'",
    "'',                  is empty",
    "ws:///x,             names no host",
    "ftp://a,             wss:// or unix:",
    "ws://a:port/,        expected a number from 1 to 65535",
    "ws://a:0/,           expected a number from 1 to 65535",
    "ws://a:65536/,       expected a number from 1 to 65535",
    "ws://a b/,           is no host: expected a name",
    "ws://[::1/,          is no host",
    "ws://-a/,            is no host",
  })
  void aUrlThatCannotBeUsedSaysWhatWasFoundAndExpected(String text, String problem) {
    assertThat(problem(text)).contains(problem);
  }

  @Test
  void aNameIsNoLongerThanNamesCanBe() {
    var longest = "a.".repeat(126) + "a.";
    assertThat(valid("ws://" + longest + "/").url().host()).isEqualTo(longest);
    assertThat(problem("ws://" + longest + "a/")).contains("255 characters: expected 253 at most");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws://a:81/x", "wss://a/", "ws://[::1]:8080/?q"})
  void textAndUrlAreTheSame(String text) {
    assertThat(valid(text).url()).hasToString(text);
  }

  @Test
  void theAuthorityLeavesOutTheSchemesOwnPort() {
    assertThat(new WsUrl(false, "a", 80, "/").authority()).isEqualTo("a");
    assertThat(new WsUrl(true, "a", 80, "/").authority()).isEqualTo("a:80");
    assertThat(new WsUrl(true, "::1", 443, "/").authority()).isEqualTo("[::1]");
  }

  @Test
  void anInstanceThatExistsIsValid() {
    assertThatThrownBy(() -> new WsUrl(false, "a", 80, "x")).hasMessageContaining("slash");
    assertThatThrownBy(() -> new WsUrl(false, "", 80, "/")).hasMessageContaining("host");
    assertThatThrownBy(() -> new WsUrl(false, "a", 0, "/")).hasMessageContaining("port");
  }
}
