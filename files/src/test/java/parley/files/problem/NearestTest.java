package parley.files.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

  private static final List<String> KEYS = List.of("within", "where", "connect-timeout", "on");

  @ParameterizedTest
  @CsvSource({
    "whithin, within",
    "witihn, within",
    "WHERE, where",
    "connectTimeout, connect-timeout",
    "connect_timeout, connect-timeout",
    "connect-time, connect-timeout",
    "zzz,",
    "no,"
  })
  void theNearestNameIsTheOneThatWasMeant(String written, String meant) {
    assertThat(Nearest.to(written, KEYS).orElse(null)).isEqualTo(meant);
  }
}
