package parley.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What steps make up does not depend on what goes on beside them. */
final class ChancesTest {

  private static final String CONVERSATION =
      """
      url: ws://host/
      settings: { inbox: { keep: 9 } }
      scripts: { before-connect: x(), on-message: y() }
      steps:
        - connect:
        - receive:
          where: text() == 'go'
        - script: z()
        - parallel:
            - [ { send: { text: "{{randomNumber(1000000)}}" } } ]
            - [ { send: { text: "{{randomNumber(1000000)}}" } } ]
        - send: { text: "{{randomNumber(1000000)}}" }
      """;

  @Test
  void scriptsBesideTheStepsDrawFromTheirOwn() {
    var sent = sent(1);
    assertThat(sent).hasSize(3).doesNotHaveDuplicates();
    assertThat(sent(2)).isEqualTo(sent);
    assertThat(sent(5)).isEqualTo(sent);
  }

  /** What was sent when so many messages came. */
  private static List<String> sent(int messages) {
    var events = new ArrayList<>(List.of("begin", "scripted", "opened"));
    IntStream.range(1, messages).forEach(_ -> events.addAll(List.of("text no", "scripted")));
    events.addAll(List.of("text go", "scripted", "scripted"));
    return Script.play(CONVERSATION, events)
        .lines()
        .filter(line -> line.startsWith("< send 0 text"))
        .toList();
  }
}
