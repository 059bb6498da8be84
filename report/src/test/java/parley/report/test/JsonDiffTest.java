package parley.report.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

class JsonDiffTest {

  private static Value json(String text) {
    if (JsonReader.read(text) instanceof JsonReading.Read(var value)) {
      return value;
    }
    throw new AssertionError(text);
  }

  private static List<String> diff(String expected, String found) {
    return lines(JsonDiff.of(json(expected), json(found)));
  }

  private static List<String> lines(List<JsonDiff.Line> lines) {
    return lines.stream()
        .map(line ->
            switch (line.side()) {
                  case BOTH, SAME -> "  ";
                  case EXPECTED -> "- ";
                  case FOUND -> "+ ";
                }
                + " ".repeat(line.depth())
                + line.text())
        .toList();
  }

  @Test
  void fieldsAreComparedByName() {
    assertThat(diff("{\"a\":1,\"b\":2,\"c\":3}", "{\"c\":4,\"a\":1.0,\"d\":5}"))
        .containsExactly(
            "  {",
            "   … 1 the same",
            "-  \"b\": 2",
            "-  \"c\": 3",
            "+  \"c\": 4",
            "+  \"d\": 5",
            "  }");
  }

  @Test
  void whatListsBeginAndEndWithIsLeftOut() {
    assertThat(diff("[1,2,3,4]", "[1,9,4]"))
        .containsExactly(
            "  [", "   … 1 the same", "-  2", "+  9", "-  3", "   … 1 the same", "  ]");
    assertThat(diff("[1]", "[1,2]")).containsExactly("  [", "   … 1 the same", "+  2", "  ]");
  }

  @Test
  void nestedDifferencesKeepTheirPath() {
    assertThat(diff("{\"a\":{\"b\":[{\"c\":1}]}}", "{\"a\":{\"b\":[{\"c\":null}]}}"))
        .containsExactly(
            "  {",
            "   \"a\": {",
            "    \"b\": [",
            "     {",
            "-     \"c\": 1",
            "+     \"c\": null",
            "     }",
            "    ]",
            "   }",
            "  }");
  }

  @Test
  void whatNeedOnlyBeContainedMayHaveMore() {
    var expected = json("{\"a\":1,\"l\":[1]}");
    assertThat(lines(JsonDiff.ofContained(expected, json("{\"a\":2,\"b\":3,\"l\":[2,3]}"))))
        .containsExactly(
            "  {", "-  \"a\": 1", "+  \"a\": 2", "   \"l\": [", "-   1", "+   2", "   ]", "  }");
  }
}
