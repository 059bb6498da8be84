package parley.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.server.Heads.get;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.handshake.RequestHead;

class EntranceTest {

  private final Entrance entrance = new Entrance(7357);

  private static String token(String path) {
    return path.substring("/enter#".length());
  }

  private static RequestHead bringing(String token) {
    return get("/key", "Authorization: Parley " + token);
  }

  private Entrance.Admission admission() {
    return entrance.trade(bringing(token(entrance.path()))).orElseThrow();
  }

  /** The pair that a browser sends back. */
  private String cookie() {
    return admission().cookie().value().replaceFirst(";.*", "");
  }

  @Test
  void theTokenIsLongAndNeverTheSame() {
    assertThat(entrance.path()).matches("/enter#[A-Za-z0-9_-]{24}");
    assertThat(new Entrance(7357).path()).isNotEqualTo(entrance.path());
  }

  @Test
  void theTokenIsTradedInAsOftenAsTheUserLikes() {
    assertThat(admission()).isEqualTo(admission());
  }

  @Test
  void theCookieIsForThisSiteAloneAndUnseenByScripts() {
    assertThat(admission().cookie().value())
        .matches("parley-7357=[A-Za-z0-9_-]{24}; Path=/; HttpOnly; SameSite=Strict");
  }

  @Test
  void noneOfTheSecretsIsAnother() {
    var token = token(entrance.path());
    assertThat(admission().cookie().value())
        .doesNotContain(token)
        .doesNotContain(admission().key());
    assertThat(admission().key()).isNotEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAA", "*", "null", "%00"})
  void aWrongTokenGetsNothing(String token) {
    assertThat(entrance.trade(bringing(token))).isEmpty();
  }

  @Test
  void aTokenOfAnotherStartGetsNothing() {
    assertThat(entrance.trade(bringing(token(new Entrance(7357).path())))).isEmpty();
  }

  @Test
  void aTokenCountsOnlyInItsHeader() {
    var token = token(entrance.path());
    assertThat(entrance.trade(get("/key?token=" + token, "Cookie: parley-7357=" + token)))
        .isEmpty();
    assertThat(entrance.trade(get("/key", "Authorization: Bearer " + token))).isEmpty();
    assertThat(entrance.trade(get("/key", "Authorization: " + token))).isEmpty();
    assertThat(entrance.trade(get("/key", "Authorization: Parley " + token + "x"))).isEmpty();
  }

  @Test
  void aTicketIsGoodOnce() {
    var ticket = token(entrance.pathOnce());
    assertThat(entrance.trade(bringing(ticket))).contains(admission());
    assertThat(entrance.trade(bringing(ticket))).isEmpty();
  }

  @Test
  void theCookieAdmits() {
    assertThat(entrance.admits(get("/", "Cookie: " + cookie()))).isTrue();
    assertThat(entrance.admits(get("/", "Cookie: a=b; " + cookie() + "; c=d"))).isTrue();
    assertThat(entrance.admits(get("/", "Cookie: a=b", "Cookie: " + cookie()))).isTrue();
  }

  @Test
  void aWrongCookieDoesNot() {
    assertThat(entrance.admits(get("/"))).isFalse();
    assertThat(entrance.admits(get("/", "Cookie: parley-7357="))).isFalse();
    assertThat(entrance.admits(get("/", "Cookie: parley-7357"))).isFalse();
    assertThat(entrance.admits(get("/", "Cookie: x" + cookie()))).isFalse();
    assertThat(entrance.admits(get("/", "Cookie: " + cookie() + "x"))).isFalse();
    assertThat(entrance.admits(get("/", "Cookie: parley-7358" + cookie().substring(11)))).isFalse();
    assertThat(new Entrance(7357).admits(get("/", "Cookie: " + cookie()))).isFalse();
  }

  @Test
  void callsNeedCookieAndKey() {
    var cookie = "Cookie: " + cookie();
    var key = "Sec-WebSocket-Protocol: parley, " + admission().key();
    assertThat(entrance.admitsToCalls(get("/api", cookie, key))).isTrue();
    assertThat(entrance.admitsToCalls(get("/api", cookie))).isFalse();
    assertThat(entrance.admitsToCalls(get("/api", key))).isFalse();
    assertThat(entrance.admitsToCalls(get("/api", cookie, "Sec-WebSocket-Protocol: parley")))
        .isFalse();
    assertThat(
            entrance.admitsToCalls(
                get("/api", cookie, "Sec-WebSocket-Protocol: " + admission().key())))
        .isFalse();
    var token = token(entrance.path());
    assertThat(
            entrance.admitsToCalls(get("/api", cookie, "Sec-WebSocket-Protocol: parley, " + token)))
        .isFalse();
  }
}
