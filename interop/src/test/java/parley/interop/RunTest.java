package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;

/** A conversation with steps of many kinds passes with servers of other makers. */
@ExtendWith(Peers.Extension.class)
final class RunTest {

  private static final String FILE = "everything.ws.yaml";

  private final Peers peers;
  @TempDir private Path folder;

  RunTest(Peers peers) {
    this.peers = peers;
  }

  @ParameterizedTest
  @CsvSource({"WS, false", "WS, true", "WEBSOCKETS, false", "WEBSOCKETS, true"})
  void aConversationPasses(Maker maker, boolean secure) throws Exception {
    var port = peers.server(maker).obeyingPort(secure);
    var url = "%s://127.0.0.1:%d/?deflate".formatted(secure ? "wss" : "ws", port);
    var outcome = run(url);
    assertThat(outcome.result())
        .as(outcome.outcome().steps().getLast().toString())
        .isEqualTo(new Result.Passed());
  }

  private TestOutcome run(String url) throws Exception {
    try (var file = Objects.requireNonNull(RunTest.class.getResourceAsStream(FILE))) {
      Files.copy(file, folder.resolve(FILE));
    }
    Files.copy(peers.certificate(), folder.resolve("ca.pem"));
    return FileRun.of(folder.resolve(FILE), Map.of("url", Value.of(url)));
  }
}
