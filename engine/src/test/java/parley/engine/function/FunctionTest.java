package parley.engine.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FunctionTest {

  @Test
  void signaturesSayWhatIsTaken() {
    var slice = Objects.requireNonNull(Functions.BY_NAME.get("slice"));
    assertThat(slice.parameters())
        .containsExactly(
            new Function.Parameter("text", Type.TEXT, false),
            new Function.Parameter("from", Type.WHOLE, false),
            new Function.Parameter("to", Type.WHOLE, true));
    assertThat(List.of(slice.takes(1), slice.takes(2), slice.takes(3), slice.takes(4)))
        .containsExactly(false, true, true, false);
    assertThat(Objects.requireNonNull(Functions.BY_NAME.get("min")).takes(9)).isTrue();
  }

  @Test
  void aSignatureThatIsNoneIsOurMistake() {
    assertThatThrownBy(() -> Function.define("none", in -> Result.TRUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no signature: none");
  }

  @Test
  void theTimeOfDayGoesOnOrStandsStill() {
    var began = Instant.parse("2026-01-02T03:04:05Z");
    assertThat(TimeOfDay.from(began).after(1_000_000_000))
        .isEqualTo(Instant.parse("2026-01-02T03:04:06Z"));
    assertThat(TimeOfDay.fixedAt(began).after(1_000_000_000)).isEqualTo(began);
  }
}
