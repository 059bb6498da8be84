package parley.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.junit.Parley.check;
import static parley.junit.Parley.equalTo;
import static parley.junit.Parley.greaterThan;
import static parley.junit.Parley.json;
import static parley.junit.Parley.saved;
import static parley.junit.Parley.where;
import static parley.junit.Parley.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of docs/junit.md. */
class SampleTest {

  @TestFactory
  Stream<DynamicNode> conversations() {
    return ParleyTests.in(Path.of("src/test/parley"))
        .environment("local")
        .variable("room", "main")
        .tags("-slow")
        .toStream();
  }

  @Test
  void buysTea(@ParleyMock("src/test/parley/store.mock.yaml") StartedMock store) {
    try (var talk = Parley.connect(store.url() + "/orders")) {
      talk.send(json(Map.of("op", "buy", "what", "tea")));
      var bought =
          talk.receive(
              where("$.type", "bought"),
              within(Duration.ofSeconds(2)),
              check("$.what", equalTo("tea")),
              check("$.price", greaterThan(10)));
      assertThat(bought.number("$.price")).isEqualTo(new BigDecimal("12.50"));
      talk.close(1000);
    }
  }

  @Test
  void goesOnFromAFile() {
    try (var talk = Parley.open(Path.of("src/test/parley/orders/subscribe.ws.yaml"))) {
      talk.send(saved("subscribe"));
      talk.receive(where("$.type", "state"), check("$.state", equalTo("open")));
    }
  }
}
