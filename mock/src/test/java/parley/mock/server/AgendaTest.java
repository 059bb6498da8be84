package parley.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One thing after the other. */
class AgendaTest {

  private final Agenda agenda = new Agenda();
  private final List<String> done = new ArrayList<>();

  @Test
  void whatComesUpMeanwhileWaitsForItsTurn() {
    agenda.run(() -> {
      agenda.run(() -> {
        agenda.run(() -> done.add("third"));
        done.add("second");
      });
      done.add("first");
    });
    assertThat(done).containsExactly("first", "second", "third");
  }

  @Test
  void aTaskThatFailsDoesNotStopTheOnesBehindIt() {
    assertThatThrownBy(() ->
            agenda.run(() -> {
              agenda.run(() -> done.add("behind"));
              throw new IllegalStateException("broken");
            }))
        .hasMessage("broken");
    agenda.run(() -> done.add("next"));
    assertThat(done).containsExactly("behind", "next");
  }
}
