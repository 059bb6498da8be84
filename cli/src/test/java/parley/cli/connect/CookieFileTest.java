package parley.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.connection.WsUrl;

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
    var url = new WsUrl(false, "shop.example", 80, "/ws/chat?x=/y");
    assertThat(CookieFile.cookiesFor(url, List.of(line), NOW)).isEqualTo(sent ? "a=b" : "");
  }
}
