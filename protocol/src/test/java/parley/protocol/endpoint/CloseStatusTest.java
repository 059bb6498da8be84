package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 6455, 5.5.1 and 7.4: what a Close frame says. */
final class CloseStatusTest {

  @Test
  void codesWithTheSameNumberAreEqual() {
    assertThat(new CloseCode(1000))
        .isEqualTo(CloseCode.NORMAL)
        .hasSameHashCodeAs(CloseCode.NORMAL)
        .isNotEqualTo(CloseCode.GOING_AWAY)
        .isNotEqualTo("1000");
  }

  @Test
  void statusesWithTheSameCodeAndReasonAreEqual() {
    var status = CloseStatus.of(CloseCode.NORMAL, "done");
    assertThat(CloseStatus.of(new CloseCode(1000), "done"))
        .isEqualTo(status)
        .hasSameHashCodeAs(status)
        .isNotEqualTo(CloseStatus.of(CloseCode.NORMAL))
        .isNotEqualTo(CloseStatus.of(CloseCode.GOING_AWAY, "done"))
        .isNotEqualTo("done");
  }
}
