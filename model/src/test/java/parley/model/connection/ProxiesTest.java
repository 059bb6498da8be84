package parley.model.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

  private static WsUrl url(String text) {
    return ((WsUrl.Parsed.Valid) WsUrl.parse(text)).url();
  }

  private static String shown(Proxies.Choice choice) {
    return switch (choice) {
      case Proxies.Choice.Straight _ -> "straight";
      case Proxies.Choice.By(var proxy) ->
          proxy.url() + proxy.variable().map(name -> " of " + name).orElse("");
      case Proxies.Choice.Unreadable(var variable, var problem) -> variable + ": " + problem;
    };
  }

  @Nested
  class Urls {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '§',
        value = {
          "http://proxy:3128 | http://proxy:3128 null",
          "proxy | http://proxy:1080 null",
          "HTTPS://proxy.example/ | https://proxy.example:443 null",
          "socks5://[::1]:9 | socks5://[::1]:9 null",
          "socks5h://[fe80::1] | socks5h://[fe80::1]:1080 null",
          "http://ann:p%40ss:+%@10.0.0.1:80 | http://10.0.0.1:80 ann/p%40ss:+%",
          "http://ann:p%40ss:+@10.0.0.1:80 | http://10.0.0.1:80 ann/p@ss:+",
          "http://ann@proxy:8080 | http://proxy:8080 ann/"
        })
    void areReadAsCurlDoes(String text, String meaning) {
      var proxy = ((ProxySpec.Parsed.Valid) ProxySpec.parse(text)).proxy();
      var login = proxy.login().map(one -> one.user() + "/" + one.password()).orElse("null");

      assertThat(proxy.url() + " " + login).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '§',
        value = {
          "socks4://u:secret@proxy | the scheme of the proxy is 'socks4': expected http, https,"
              + " socks5 or socks5h, such as http://proxy.example:3128",
          "http:// | the proxy has no host: expected its URL, such as http://proxy.example:3128",
          "http://u:secret@proxy/x | 'proxy/x' is more than a host and a port: expected a proxy's"
              + " URL, such as http://proxy.example:3128",
          "proxy:99999 | for the proxy, the port is '99999': expected a number from 1 to 65535"
        })
    void areRefusedWithoutTheirPassword(String text, String problem) {
      assertThat(ProxySpec.parse(text)).isEqualTo(new ProxySpec.Parsed.Invalid(problem));
    }

    @Test
    void passwordsAreNotShown() {
      assertThat(ProxySpec.parse("http://ann:secret@proxy").toString()).doesNotContain("secret");
    }
  }

  @Nested
  class Variables {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '§',
        value = {
          "ws://a.example | | straight",
          "ws://a.example | http_proxy=p:1 | http://p:1 of http_proxy",
          "ws://a.example | HTTP_PROXY=p:1 | straight",
          "ws://a.example | https_proxy=p:1 | straight",
          "ws://a.example | ALL_PROXY=socks5h://p:1 | socks5h://p:1 of ALL_PROXY",
          "ws://a.example | ALL_PROXY=q:2 all_proxy=p:1 http_proxy= | http://p:1 of all_proxy",
          "ws://a.example | http_proxy=q:2 WS_PROXY=p:1 | http://p:1 of WS_PROXY",
          "wss://a.example | http_proxy=p:1 | straight",
          "wss://a.example | HTTPS_PROXY=p:1 ALL_PROXY=q:2 | http://p:1 of HTTPS_PROXY",
          "wss://a.example | HTTPS_PROXY=q:2 https_proxy=p:1 | http://p:1 of https_proxy",
          "wss://a.example | wss_proxy=p:1 https_proxy=q:2 | http://p:1 of wss_proxy",
          "wss://a.example | https_proxy=p:1 NO_PROXY=b.example,.example | straight",
          "wss://a.example | https_proxy=p:1 NO_PROXY=* no_proxy=b | http://p:1 of https_proxy",
          "ws://localhost:9 | http_proxy=p:1 | straight",
          "ws://x.localhost | http_proxy=p:1 | straight",
          "ws://127.1.2.3 | http_proxy=p:1 | straight",
          "ws://[::1] | http_proxy=p:1 | straight",
          "ws://a.example | http_proxy=ftp://p | http_proxy: the scheme of the proxy is 'ftp':"
              + " expected http, https, socks5 or socks5h, such as http://proxy.example:3128",
          "ws://localhost | http_proxy=ftp://p | straight"
        })
    void countAsWithCurl(String url, String variables, String choice) {
      Map<String, String> environment = new LinkedHashMap<>();
      Arrays.stream((variables == null ? "" : variables).split(" "))
          .filter(one -> one.contains("="))
          .map(one -> one.split("=", 2))
          .forEach(pair -> environment.put(pair[0], pair[1]));

      assertThat(shown(new Proxies.Environment(null).to(url(url), environment))).isEqualTo(choice);
    }

    @Test
    void listOfAnOptionComesFirst() {
      var asked = new Proxies.Environment(NoProxy.parse("b.example"));
      var environment = Map.of("http_proxy", "p:1", "no_proxy", "a.example");

      assertThat(shown(asked.to(url("ws://a.example"), environment)))
          .isEqualTo("http://p:1 of http_proxy");
      assertThat(shown(asked.to(url("ws://b.example"), environment))).isEqualTo("straight");
    }
  }

  @Nested
  class Exceptions {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '§',
        value = {
          "example.com | example.com | true",
          "example.com | www.Example.COM | true",
          "example.com | nonexample.com | false",
          ".example.com | example.com | true",
          ".example.com | a.b.example.com. | true",
          "www.example.com | example.com | false",
          "a, b  c,,d. | c | true",
          "a,d. | d | true",
          "* | anything | true",
          "* | 1.2.3.4 | true",
          "a,* | b | false",
          "*.example.com | a.example.com | false",
          "example.com:80 | example.com | false",
          "localhost | localhost | true",
          "10.0.0.1 | 10.0.0.1 | true",
          "10.0.0.0/8 | 10.200.3.4 | true",
          "10.0.0.0/8 | 11.0.0.1 | false",
          "192.168.1.128/25 | 192.168.1.127 | false",
          "192.168.1.128/25 | 192.168.1.129 | true",
          "10.0.0.0/33 | 10.0.0.0 | false",
          "10.0.0.0/x | 10.0.0.0 | false",
          "10.0.0.0/0 | 10.0.0.1 | false",
          "10.0.0.0/0 | 10.0.0.0 | true",
          ".1 | 10.0.0.1 | false",
          "::1 | ::1 | true",
          "[::1] | 0:0:0:0:0:0:0:1 | true",
          "2001:db8::/33 | 2001:db8:7fff::1 | true",
          "2001:db8::/33 | 2001:db8:8000::1 | false",
          "fe80::/10 | fe80::1%eth0 | true",
          "10.0.0.0/8 | ten | false",
          "10.0.0.0/8 | ::1 | false",
          ". | a | false"
        })
    void followCurlsRules(String list, String host, boolean covered) {
      assertThat(NoProxy.parse(list).covers(host)).isEqualTo(covered);
    }

    @Test
    void holdForANamedProxy() {
      var proxy = ((ProxySpec.Parsed.Valid) ProxySpec.parse("p:1")).proxy();
      var proxies = new Proxies.Through(proxy, NoProxy.parse("a.example"));

      assertThat(shown(proxies.to(url("ws://a.example"), Map.of()))).isEqualTo("straight");
      assertThat(shown(proxies.to(url("ws://localhost"), Map.of()))).isEqualTo("http://p:1");
      assertThat(shown(new Proxies.None().to(url("ws://b"), Map.of("http_proxy", "p:1"))))
          .isEqualTo("straight");
    }
  }
}
