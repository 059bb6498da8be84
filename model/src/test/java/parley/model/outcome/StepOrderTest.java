package parley.model.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.model.collection.Position;

/** In which order steps are shown. */
class StepOrderTest {

  private static StepOutcome step(int number, int depth, int parent, int strand) {
    return new StepOutcome(
        number,
        "step",
        null,
        new Position(Path.of("a.ws.yaml"), 1, 1),
        "",
        new Nesting(depth, parent, strand),
        false,
        Duration.ZERO,
        Duration.ZERO,
        new Result.Passed(),
        false,
        1,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static List<Integer> order(StepOutcome... steps) {
    return StepOutcome.inOrder(List.of(steps)).stream().map(StepOutcome::number).toList();
  }

  @Test
  void whatIsDoneSideBySideIsShownListByList() {
    assertThat(
            order(
                step(1, 0, 0, 0),
                step(5, 2, 3, 0),
                step(6, 2, 4, 1),
                step(7, 2, 3, 0),
                step(3, 1, 2, 0),
                step(8, 2, 4, 1),
                step(4, 1, 2, 1),
                step(9, 1, 2, 0),
                step(2, 0, 0, 0),
                step(10, 0, 0, 0)))
        .containsExactly(1, 2, 3, 5, 7, 9, 4, 6, 8, 10);
  }

  @Test
  void stepsOfAGroupThatIsNotThereStandWhereTheyBegan() {
    assertThat(order(step(4, 0, 0, 0), step(3, 1, 2, 1), step(5, 1, 2, 0), step(1, 0, 0, 0)))
        .containsExactly(1, 3, 4, 5);
  }

  @Test
  void whatIsTakenOutOfAGroupIsLessDeep() {
    assertThat(List.of(new Nesting(2, 7, 1).raised(), new Nesting(1, 7, 0).raised()))
        .containsExactly(new Nesting(1, 7, 1), Nesting.NONE);
    assertThat(Nesting.NONE.raised()).isEqualTo(Nesting.NONE);
  }
}
