package parley.cli.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private final List<String> asked = new ArrayList<>();
  private final Backlog backlog = new Backlog(() -> asked.add("pause"), () -> asked.add("resume"));

  @Test
  void readingPausesAboveOneMegabyteAndResumesBelowAQuarter() {
    backlog.add(1 << 20);
    assertThat(asked).isEmpty();
    backlog.add(1);
    backlog.add(1);
    assertThat(asked).containsExactly("pause");
    backlog.remove((1 << 20) - (1 << 18));
    assertThat(asked).containsExactly("pause");
    backlog.remove(3);
    assertThat(asked).containsExactly("pause", "resume");
  }
}
