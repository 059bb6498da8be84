package parley.transport.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order the addresses of a name are tried (RFC 8305, 4). */
class AddressOrderTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1 10.0.0.2, true, 10.0.0.1 10.0.0.2",
    "10.0.0.1 10.0.0.2 2001:db8::1, true, 2001:db8::1 10.0.0.1 10.0.0.2",
    "10.0.0.1 2001:db8::1 2001:db8::2, true, 2001:db8::1 10.0.0.1 2001:db8::2",
    "10.0.0.1 2001:db8::1 2001:db8::2, false, 10.0.0.1 2001:db8::1 2001:db8::2",
    "127.0.0.1 ::1, true, 127.0.0.1 ::1",
    "2001:db8::1, false, 2001:db8::1"
  })
  void theFamiliesTakeTurns(String resolved, boolean reached, String tried) {
    assertThat(AddressOrder.of(addresses(resolved), _ -> reached)).isEqualTo(addresses(tried));
  }

  private static List<InetAddress> addresses(String literals) {
    return Stream.of(literals.split(" ", -1)).map(InetAddress::ofLiteral).toList();
  }
}
