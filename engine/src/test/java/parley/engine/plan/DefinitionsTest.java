package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.model.collection.Json;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Variable;
import parley.model.value.Value;

/** Which of several values of a name wins. */
final class DefinitionsTest {

  private static final Path OWN = Path.of("a.ws.yaml");

  private static Variable variable(String name, String file) {
    return new Variable(name, new Json.Text(new Source(file, new Position(Path.of(file), 1, 1))));
  }

  @Test
  void secretsWinOverLayersAndTheConversationOverSecrets() {
    var layers = List.of(variable("low", "parley.yaml"), variable("high", "parley.yaml"));
    var all = List.of(layers.get(0), layers.get(1), variable("high", "a.ws.yaml"));
    var secrets = Map.of("low", "secret", "high", "secret");
    var definitions = Definitions.of(all, OWN, new Given(secrets, Map.of(), Map.of(), List.of()));
    assertThat(definitions.given()).containsEntry("low", Value.of("secret"));
    assertThat(definitions.written()).containsOnlyKeys("high");
    assertThat(definitions.isFixed("high")).isFalse();
  }
}
