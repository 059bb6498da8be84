package parley.files.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.files.Golden;

final class SchemaTest {

  @Test
  void theSchemaInTheDocumentsIsThatOfTheReader() {
    Golden.check(Path.of("../docs/parley.schema.json"), Format.schema());
  }

  @Test
  void everyReferenceLeadsToADefinition() {
    var schema = Format.schema();
    var names = java.util.regex.Pattern.compile("#/\\$defs/([^\"]+)\"").matcher(schema).results();
    assertThat(names).allMatch(name -> schema.contains("\n    \"" + name.group(1) + "\": {"));
  }
}
