package parley.files.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.files.Dump;
import parley.files.Golden;
import parley.files.collection.CollectionFiles;
import parley.files.collection.Explanation;
import parley.model.collection.Environment;

final class ExamplesTest {

  private static final Path ROOT = Golden.RESOURCES.resolve("examples");
  private static final Path DUMPS = Golden.RESOURCES.resolve("dumps");

  @Test
  void theExamplesHaveNoProblem() throws IOException {
    assertThat(CollectionFiles.read(ROOT).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "market/updates.ws.yaml",
        "voice/session.ws.yaml",
        "chat/two-users.ws.yaml",
        "graphql/orders.ws.yaml"
      })
  void aConversationIsReadWhole(String path) throws IOException {
    var files = CollectionFiles.read(ROOT);
    var conversation = files.conversation(ROOT.resolve(path), local(files)).orElseThrow();
    Golden.check(DUMPS.resolve(path.replace('/', '-') + ".txt"), Dump.of(conversation));
  }

  @Test
  void aMockIsReadWhole() throws IOException {
    var mock = CollectionFiles.read(ROOT).collection().mocks().getFirst();
    Golden.check(DUMPS.resolve("chat-chat.mock.yaml.txt"), Dump.of(mock));
  }

  @Test
  void eachEffectiveValueSaysWhereItComesFrom() throws IOException {
    var files = CollectionFiles.read(ROOT);
    var lines =
        files.explain(ROOT.resolve("voice/session.ws.yaml"), local(files)).stream()
            .map(Explanation::toString)
            .collect(Collectors.joining("\n", "", "\n"));
    Golden.check(DUMPS.resolve("voice-session.explained.txt"), lines);
  }

  private static Environment local(CollectionFiles files) {
    return files.collection().environment("local").orElseThrow();
  }
}
