package parley.mock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.collection.Position;
import parley.model.collection.Source;

/** Which paths a mock's path takes. */
class PathPatternTest {

  private static Source source(String path) {
    return new Source(path, new Position(Path.of("a.mock.yaml"), 2, 3));
  }

  private static PathPattern pattern(String path) {
    return ((PathPattern.Reading.Good) PathPattern.read(source(path))).pattern();
  }

  private static Optional<Map<String, String>> match(String path, String asked) {
    return pattern(path).match(Target.parse(asked).segments());
  }

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/, /x, false",
    "/rooms, /rooms, true",
    "/rooms, /rooms/, false",
    "/rooms/, /rooms/, true",
    "/rooms/{room}, /rooms/main, true",
    "/rooms/{room}, /rooms/, false",
    "/rooms/{room}, /rooms/a/b, false",
    "/rooms/{room}, /rooms/a%2Fb, true",
    "/rooms/{room}, /rooms/a?user=ann, true",
    "/a%20b, /a%20b, true",
    "/a%20b, /a b, true",
    "/{shop}/{room}, /one/two, true",
    "/rooms, ws://host:1/rooms, true",
    "/, ws://host:1, true",
    "/, *, false"
  })
  void aPathIsTakenPartByPart(String path, String asked, boolean taken) {
    assertThat(match(path, asked).isPresent()).isEqualTo(taken);
  }

  @Test
  void namesHaveTheValuesOfTheirPartsDecoded() {
    assertThat(match("/{shop}/rooms/{room}", "/a/rooms/gr%C3%BC%C3%9Fe%2F%3F"))
        .contains(Map.of("shop", "a", "room", "grüße/?"));
  }

  @Test
  void whatIsNoEncodingOfUtf8StaysAsItIs() {
    assertThat(match("/{room}", "/100%25%")).contains(Map.of("room", "100%%"));
    assertThat(match("/{room}", "/%ff")).contains(Map.of("room", "%ff"));
    assertThat(match("/{room}", "/%zz%4")).contains(Map.of("room", "%zz%4"));
  }

  @ParameterizedTest
  @CsvSource({
    "rooms, a path that begins with `/`, write `/rooms`",
    "/{{room}}, a path without templates, `{name}` stands for any one part",
    "/a?b=c, a path without a query, look at `request.params` in `reject` or in steps",
    "/:room, parts that are a text or `{name}`, write `{room}`",
    "/rooms/*, parts that are a text or `{name}`, write `{any}` for any one part",
    "/v{version}, parts that are a text or `{name}`, 'a name of letters, digits and `_` fills the"
        + " whole part between two slashes'",
    "/{a}/{a}, each name once, `{a}` stands there twice"
  })
  void whatIsNoPathIsAProblemWithAHint(String path, String expected, String hint) {
    var problem = ((PathPattern.Reading.Bad) PathPattern.read(source(path))).problem();
    assertThat(problem.found()).isEqualTo("the path `" + path + "`");
    assertThat(problem.expected()).isEqualTo(expected);
    assertThat(problem.hint()).contains(hint);
    assertThat(problem.at().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/rooms/{room}, /rooms/main, true",
    "/rooms/{room}, /rooms/{other}, true",
    "/rooms/main, /rooms/{room}, false",
    "/rooms/main, /rooms/main, true",
    "/rooms/{room}, /rooms, false",
    "/rooms/{room}, /rooms/, false"
  })
  void aPathCoversThoseThatItLeavesNothingOf(String path, String other, boolean covers) {
    assertThat(pattern(path).covers(pattern(other))).isEqualTo(covers);
  }

  @Test
  void ofAQueryTheFirstOfEachNameCounts() {
    assertThat(Target.parse("/x?a=1&b=x+y%2B&a=2&c&=d&&e=").params())
        .containsExactly(
            Map.entry("a", "1"), Map.entry("b", "x y+"), Map.entry("c", ""), Map.entry("e", ""));
  }
}
