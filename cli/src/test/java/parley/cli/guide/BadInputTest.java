package parley.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.cli.option.Command;
import parley.cli.option.Option;
import parley.cli.option.Reading;

/**
 * Every option of every command refuses what can never work: with what it expects, and an example.
 */
class BadInputTest {

  /** Any text makes sense behind these: a message, a passphrase, no hosts at all. */
  private static final List<String> ANYTHING =
      List.of("connect --data", "connect --pass", "connect --noproxy");

  /** What makes no sense, where nothing at all does, or more does not. */
  private static final Map<String, List<String>> WRONG =
      Map.ofEntries(
          Map.entry("--var", List.of("", "room", "=main", "1x=2")),
          Map.entry("--env", List.of("", "environments/local.yaml", "local.yaml")),
          Map.entry("--host", List.of("", "http://localhost", "my host")),
          Map.entry("--port", List.of("", "-1", "65536", "http")),
          Map.entry("--expect", List.of("(")),
          Map.entry("--close-reason", List.of("x".repeat(124))),
          Map.entry("--close-code", List.of("", "65536", "bye")),
          Map.entry("--origin", List.of("a\r\nX: 1")),
          Map.entry("--compress", List.of("window", "client_max_window_bits=7")),
          Map.entry("--proxy", List.of("ftp://proxy.example", "http://proxy.example:99999")),
          Map.entry("--socks5", List.of("", "proxy.example:0x")),
          Map.entry("--resolve", List.of("", "localhost:80", "localhost:80:here", "a:0:127.0.0.1")),
          Map.entry("--header", List.of("", "nonsense", ": 1")),
          Map.entry("--user", List.of("", "anna", ":secret")),
          Map.entry("--max-message", List.of("", "huge", "0", "3GB")),
          Map.entry("--fragment", List.of("", "0")),
          Map.entry("--count", List.of("", "0", "many")),
          Map.entry("--timeout", List.of("", "soon", "-1s")),
          Map.entry("--jobs", List.of("", "0", "two")),
          Map.entry("--report", List.of("", "pdf", "junit=")),
          Map.entry("--shard", List.of("", "3/2", "0/2", "2")),
          Map.entry("--clock", List.of("", "yesterday", "2026-01-02")),
          Map.entry("--tls-max", List.of("", "1.1", "TLSv1.2")));

  @TestFactory
  Stream<DynamicTest> everyOptionRefusesWhatCanNeverWork() {
    return Catalogue.commands().stream().flatMap(BadInputTest::ofCommand);
  }

  private static Stream<DynamicTest> ofCommand(Command<?> command) {
    return command.options().stream()
        .filter(option -> option.need() != Option.Need.NONE)
        .filter(option -> !ANYTHING.contains(command.name() + " " + option.name()))
        .map(option ->
            DynamicTest.dynamicTest(command.name() + " " + option.usage(), () -> check(option)));
  }

  private static void check(Option<?> option) {
    for (var wrong : WRONG.getOrDefault(option.name(), List.of(""))) {
      var reading = read(option, wrong);
      assertThat(reading).as("'" + wrong + "'").isInstanceOf(Reading.Bad.class);
      var bad = (Reading.Bad<?>) reading;
      assertThat(bad.expected()).isNotBlank();
      assertThat(read(option, unquoted(bad.example())))
          .as(bad.example())
          .isInstanceOf(Reading.Good.class);
    }
  }

  /** Without a draft, into which only what makes sense is put. */
  private static Reading<?> read(Option<?> option, String text) {
    try {
      return option.setter().set(null, text);
    } catch (NullPointerException intoDraft) {
      return Reading.good(text);
    }
  }

  /** An example is written for a shell. */
  private static String unquoted(String example) {
    return example.startsWith("'") ? example.substring(1, example.length() - 1) : example;
  }
}
