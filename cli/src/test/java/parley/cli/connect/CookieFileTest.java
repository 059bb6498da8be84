package parley.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.cookie.Cookie;
import parley.protocol.cookie.CookieJar;
import parley.protocol.cookie.Visit;

class CookieFileTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  @ParameterizedTest
  @CsvSource({
    "true,  'shop.example\tFALSE\t/\tFALSE\t0\ta\tb'",
    "true,  '.shop.example\tTRUE\t/\tFALSE\t0\ta\tb'",
    "true,  '.example\tTRUE\t/\tFALSE\t0\ta\tb'",
    "false, 'example\tFALSE\t/\tFALSE\t0\ta\tb'",
    "false, 'op.example\tTRUE\t/\tFALSE\t0\ta\tb'",
    "true,  'shop.example\tFALSE\t/ws\tFALSE\t0\ta\tb'",
    "true,  'shop.example\tFALSE\t/ws/\tFALSE\t0\ta\tb'",
    "false, 'shop.example\tFALSE\t/w\tFALSE\t0\ta\tb'",
    "false, 'shop.example\tFALSE\t/\tTRUE\t0\ta\tb'",
    "true,  'shop.example\tFALSE\t/\tFALSE\t1000001\ta\tb'",
    "false, 'shop.example\tFALSE\t/\tFALSE\t999999\ta\tb'",
    "true,  '#HttpOnly_shop.example\tFALSE\t/\tFALSE\t0\ta\tb'",
    "false, '# a comment'",
    "false, 'shop.example\tFALSE\t/\tFALSE\tsoon\ta\tb'"
  })
  void aCookieGoesWhereItBelongs(boolean sent, String line) {
    var visit = Visit.of("shop.example", "/ws/chat?x=/y", false);
    var cookies = new CookieJar(CookieFile.read(List.of(line))).toSend(visit, NOW);
    assertThat(cookies.stream().map(Cookie::toPair).toList())
        .isEqualTo(sent ? List.of("a=b") : List.of());
  }
}
