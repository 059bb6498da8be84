package parley.workbench.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.model.value.Value;

final class LeasesTest {

  private final List<String> ended = new ArrayList<>();
  private final Leases<Integer, String> leases = new Leases<>(ended::add);
  private final Visit page = new Visit();

  @Test
  void aPageIsAskedOnceToTellOfItsEndWhateverItBegins() {
    for (var key = 0; key < 100; key++) {
      assertThat(leases.begin(key, page, () -> "filter")).isEqualTo("filter");
      leases.end(key);
    }
    assertThat(page.farewells).hasSize(1);
    assertThat(ended).hasSize(100);
  }

  @Test
  void whatIsLeftEndsWithItsPage() {
    var other = new Visit();
    var _ = leases.begin(1, page, () -> "one");
    var _ = leases.begin(2, other, () -> "two");
    page.leave();
    assertThat(ended).containsExactly("one");
    assertThat(leases.find(1)).isEmpty();
    assertThat(leases.find(2)).contains("two");
    var _ = leases.begin(3, page, () -> "too late");
    assertThat(ended).containsExactly("one", "too late");
  }

  /** A page that comes and goes. */
  private static final class Visit implements Page {
    private final List<Runnable> farewells = new ArrayList<>();
    private boolean gone;

    @Override
    public void tell(String event, Value data) {}

    @Override
    public void tellLatest(String event, String key, Value data) {}

    @Override
    public void whenGone(Runnable task) {
      if (gone) {
        task.run();
      } else {
        farewells.add(task);
      }
    }

    void leave() {
      gone = true;
      farewells.forEach(Runnable::run);
    }
  }
}
