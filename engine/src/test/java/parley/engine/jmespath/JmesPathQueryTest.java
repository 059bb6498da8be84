package parley.engine.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.engine.function.Result;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** What queries find in our values, and what is no query. */
final class JmesPathQueryTest {

  private static final String ROOT =
      """
      {"list":[3,1,2],"map":{"x":1,"y":"b"},"word":"w","void":"","none":null,"no":false,"yes":true,
       "items":[],"fields":{}}
      """;

  private static final String ROWS =
      """
      void || 'else' => "else"
      none || 'else' => "else"
      no || 'else' => "else"
      items || 'else' => "else"
      fields || 'else' => "else"
      word || 'else' => "w"
      yes || 'else' => true
      list || 'else' => [3,1,2]
      map || 'else' => {"x":1,"y":"b"}
      map.x || 'else' => 1
      [type(none), type(no), type(map.x), type(word), type(list), type(map)] => ["null","boolean","number","string","array","object"]
      map.* => [1,"b"]
      values(map) => [1,"b"]
      keys(map) => ["x","y"]
      word.* => null
      word.x => null
      word[0] => null
      word[] => null
      word[*] => null
      word[0:1] => []
      map[0] => null
      {a: map.x, b: to_string(list)} => {"a":1,"b":"[3,1,2]"}
      list == list => true
      list == map => false
      map.x == word => false
      map.x == `1.0` => true
      word > void => null
      list[?@ > `1`] => [3,2]
      sort(list) => [1,2,3]
      sum(list) => 6
      avg(`[1, 2]`) => 1.5
      to_number('1e14') => 100000000000000
      abs(`1e20`) => 1
      abs(`1e400`) => null
      sum(word) => wrong: Invalid argument type
      `{"a"` => wrong at 5: found `
      `1e99999` => wrong at 0
      map. => wrong at 4: found the end
      map word => wrong at 4: found word
      nothing(map) => wrong at 0
      """;

  @TestFactory
  Stream<DynamicTest> everyQueryFindsItsValue() {
    return ROWS.lines()
        .map(row -> row.split(" => "))
        .map(row -> dynamicTest(row[0], () -> assertThat(shown(row[0])).startsWith(row[1])));
  }

  private static String shown(String query) {
    return switch (JmesPathQuery.read(query)) {
      case JmesPathQuery.Reading.Read(var read) -> shown(read.find(json(ROOT)));
      case JmesPathQuery.Reading.Wrong wrong -> "wrong at " + wrong.at() + ": " + wrong.why();
    };
  }

  private static String shown(Result result) {
    return switch (result) {
      case Result.Of(var value) -> JsonWriter.write(value);
      case Result.Fault fault -> "wrong: " + fault.text();
    };
  }

  private static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
