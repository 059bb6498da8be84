package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.collection.Proxy;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;

/** The way through a proxy, as files say it. */
class ProxyPlanTest {

  private static final Tls UNCHECKED =
      new Tls(
          false,
          List.of(),
          List.of(),
          Tls.DEFAULT.own(),
          List.of(),
          null,
          Tls.DEFAULT.agreement(),
          null);

  private static Keys keys(Proxy proxy) {
    var keys = new Keys();
    keys.proxy = proxy;
    return keys;
  }

  private static Proxy.Through through(String url) {
    return new Proxy.Through(source(url), null, null, List.of(), Tls.DEFAULT);
  }

  private static Source source(String text) {
    return Written.source(text);
  }

  private static Proxies.Through filled(Proxy proxy) {
    return (Proxies.Through) keys(proxy).spec().route().proxies();
  }

  @Test
  void noneAndTheEnvironmentAreTakenAsTheyAre() {
    assertThat(keys(new Proxy.None()).spec().route().proxies()).isEqualTo(new Proxies.None());
    assertThat(keys(new Proxy.Environment()).spec().route().proxies())
        .isEqualTo(new Proxies.Environment(null));
  }

  @Test
  void urlMayHoldTheLogin() {
    var filled = filled(through("socks5h://ann:{{'se' + 'cret'}}@proxy:1081"));

    assertThat(filled.except()).isEqualTo(NoProxy.NOWHERE);
    assertThat(filled.proxy().url()).isEqualTo("socks5h://proxy:1081");
    assertThat(filled.proxy().login()).contains(new ProxySpec.Login("ann", "secret"));
    assertThat(filled.proxy().tls().verify()).isTrue();
  }

  @Test
  void loginExceptionsAndTlsStandBesideIt() {
    var long1 =
        new Proxy.Through(
            source("https://old:one@proxy"),
            source("ann"),
            source("p@ss:"),
            List.of(source("a.example"), source("10.0.0.0/8,b")),
            UNCHECKED);

    assertThat(filled(long1).proxy().login()).contains(new ProxySpec.Login("ann", "p@ss:"));
    assertThat(filled(long1).proxy().tls().verify()).isFalse();
    assertThat(filled(long1).except().hosts()).containsExactly("a.example", "10.0.0.0/8", "b");
    var nameless = new Proxy.Through(source("p"), source("ann"), null, List.of(), Tls.DEFAULT);
    assertThat(filled(nameless).proxy().login()).contains(new ProxySpec.Login("ann", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "ftp://u:secret@proxy | found a wrong URL (the scheme of the proxy is 'ftp'), expected"
            + " http, https, socks5 or socks5h, such as http://proxy.example:3128",
        "proxy:0 | found a wrong URL (for the proxy, the port is '0'), expected a number from 1 to"
            + " 65535"
      })
  void whatIsNoProxyIsAProblemBeforeAnythingConnects(String url, String problem) {
    assertThat(keys(through(url)).problems()).isEqualTo("3:5 " + problem);
  }

  @Test
  void nameThatCannotBeReadIsAProblem() {
    assertThat(keys(through("ä" + "b".repeat(70))).problems()).contains("the URL of a proxy");
  }

  @Test
  void passwordNeedsAUsername() {
    var half = new Proxy.Through(source("p"), null, source("secret"), List.of(), Tls.DEFAULT);

    assertThat(keys(half).problems())
        .isEqualTo("3:5 found `password` without `username`, expected both; add the `username`");
  }

  @Test
  void templateThatMakesNoProxyIsAFault() {
    assertThat(keys(through("{{'ftp'}}://p")).fault())
        .startsWith("3:5 the scheme of the proxy is 'ftp': expected http");
  }
}
