package parley.model.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a Location leads to: RFC 3986, 5.4, and what servers write. */
class UrlReferenceTest {

  private static final WsUrl BASE = new WsUrl(false, "a", 80, "/b/c/d;p?q");

  private static String resolved(WsUrl base, String reference) {
    return switch (base.resolve(reference)) {
      case WsUrl.Parsed.Valid(var url, _, _) -> url.toString();
      case WsUrl.Parsed.Invalid(var problem) -> problem;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g            | ws://a/b/c/g",
        "./g          | ws://a/b/c/g",
        "g/           | ws://a/b/c/g/",
        "/g           | ws://a/g",
        "//g          | ws://g/",
        "?y           | ws://a/b/c/d;p?y",
        "g?y          | ws://a/b/c/g?y",
        "#s           | ws://a/b/c/d;p?q",
        "g#s          | ws://a/b/c/g",
        "g?y#s        | ws://a/b/c/g?y",
        ";x           | ws://a/b/c/;x",
        "g;x          | ws://a/b/c/g;x",
        "''           | ws://a/b/c/d;p?q",
        ".            | ws://a/b/c/",
        "./           | ws://a/b/c/",
        "..           | ws://a/b/",
        "../          | ws://a/b/",
        "../g         | ws://a/b/g",
        "../..        | ws://a/",
        "../../g      | ws://a/g",
        "../../../g   | ws://a/g",
        "/./g         | ws://a/g",
        "/../g        | ws://a/g",
        "g.           | ws://a/b/c/g.",
        "..g          | ws://a/b/c/..g",
        "./../g       | ws://a/b/g",
        "g/./h        | ws://a/b/c/g/h",
        "g/../h       | ws://a/b/c/h",
        "g?y/../x     | ws://a/b/c/g?y/../x",
        "http://h/x/../y   | ws://h/y",
        "HTTPS://h:8443/   | wss://h:8443/",
        "wss://h           | wss://h/",
        "/a b             | ws://a/a%20b",
        "//               | the URL names no host: expected ws://host or wss://host",
        "ftp://h/         | the scheme is 'ftp': expected ws, wss, http or https",
        "unix://run/x:/   | the scheme is 'unix': expected ws, wss, http or https",
        "mailto:x         | the scheme is 'mailto': expected ws, wss, http or https"
      })
  void aReferenceIsReadFromWhereItStands(String reference, String url) {
    assertThat(resolved(BASE, reference)).isEqualTo(url);
  }

  @Test
  void aServerAtASocketOrInAZoneStaysWhereItIs() {
    var socket = WsUrl.ofSocket(false, Path.of("/run/app.sock"), "/a");
    assertThat(resolved(socket, "/b")).isEqualTo("unix:/run/app.sock:/b");
    assertThat(resolved(socket, "http://localhost/b")).isEqualTo("unix:/run/app.sock:/b");
    assertThat(resolved(socket, "http://other/b")).isEqualTo("ws://other/b");
    var zone = new WsUrl(true, "fe80::1%eth0", 443, "/");
    assertThat(resolved(zone, "b")).isEqualTo("wss://[fe80::1%25eth0]/b");
  }

  @Test
  void aServerIsItsSchemeHostAndPort() {
    assertThat(BASE.isSameServer(new WsUrl(false, "A", 80, "/x"))).isTrue();
    assertThat(BASE.isSameServer(new WsUrl(true, "a", 80, "/x"))).isFalse();
    assertThat(BASE.isSameServer(new WsUrl(false, "a", 81, "/x"))).isFalse();
    assertThat(BASE.isSameServer(new WsUrl(false, "b", 80, "/x"))).isFalse();
    var socket = WsUrl.ofSocket(false, Path.of("/run/app.sock"), "/a");
    assertThat(socket.isSameServer(new WsUrl(false, "localhost", 80, "/x"))).isFalse();
  }
}
