package parley.report;

import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void everyKindOfEntryHasItsObject() {
    var out = new StringBuilder();
    Samples.entries().forEach(entry -> out.append(JsonLines.of(entry)).append('\n'));
    Golden.check("transcript.jsonl", out.toString());
  }
}
