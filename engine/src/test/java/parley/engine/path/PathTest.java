package parley.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.engine.regex.Regexes;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Paths by the sections of RFC 9535; the documents and cases are written after its text. */
final class PathTest {

  private static final String STORE =
      """
      {"books":[{"title":"A","price":8.95,"tags":["x","y"]},{"title":"B","price":12.99},
       {"title":"C","isbn":"0-1","price":8.990}],"bike":{"color":"red","price":399},"o'k":1,"":2,
       "limit":10,"nul":null,"yes":true,"deep":{"a":[[1,[2]],{"a":3}]}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '^',
      value = {
        // 2.2 and 2.3.1: root and names
        "$.bike.color # \"red\"",
        "$['bike'][\"color\"] # \"red\"",
        "$['o\\'k'] # 1",
        "$[\"o'k\"] # 1",
        "$[''] # 2",
        "$.nul # null",
        "$.none # ^^",
        "$.yes.x # ^^",
        "$['\\u0062ike'].color # \"red\"",
        "$['\\ud83d\\ude00'] # ^^",
        "$ .bike ['color'] # \"red\"",
        // 2.3.2: wildcards
        "$.bike.* # \"red\" 399",
        "$.books[0].tags[*] # \"x\" \"y\"",
        "$.yes[*] # ^^",
        // 2.3.3: indices
        "$.books[0].title # \"A\"",
        "$.books[-1].title # \"C\"",
        "$.books[3].title # ^^",
        "$.books[-4].title # ^^",
        "$.bike[0] # ^^",
        // 2.3.4: slices
        "$.books[0:2].title # \"A\" \"B\"",
        "$.books[1:].title # \"B\" \"C\"",
        "$.books[:-1].title # \"A\" \"B\"",
        "$.books[::2].title # \"A\" \"C\"",
        "$.books[::-1].title # \"C\" \"B\" \"A\"",
        "$.books[2:0:-1].title # \"C\" \"B\"",
        "$.books[-99:99].title # \"A\" \"B\" \"C\"",
        "$.books[99:-99:-2].title # \"C\" \"A\"",
        "$.books[::0].title # ^^",
        "$.books[ 0 : 1 : 1 ].title # \"A\"",
        "$.books[0 ].title # \"A\"",
        "$.books[::].title # \"A\" \"B\" \"C\"",
        "$.bike[0:1] # ^^",
        // 2.3.5: filters
        "$.books[?@.price < 10].title # \"A\" \"C\"",
        "$.books[?@.price<$.limit].title # \"A\" \"C\"",
        "$.books[?(@.price > 8.95 && @.price <= 8.99)].title # \"C\"",
        "$.books[?@.isbn].title # \"C\"",
        "$.books[?!@.isbn].title # \"A\" \"B\"",
        "$.books[?!(@.isbn || @.tags)].title # \"B\"",
        "$.books[?@.isbn || @.tags].title # \"A\" \"C\"",
        "$.books[?@.title == 'B'].price # 12.99",
        "$.books[?'B' != @.title].title # \"A\" \"C\"",
        "$.books[?@.title >= \"B\"].title # \"B\" \"C\"",
        "$.books[?@.isbn == @.none].title # \"A\" \"B\"",
        "$.books[?@.isbn != @.none].title # \"C\"",
        "$.books[?@.isbn <= @.none].title # \"A\" \"B\"",
        "$.books[?@.isbn < @.none].title # ^^",
        "$.books[?@.isbn == 1 || @.title > 1].title # ^^",
        "$.books[?@.tags == $.books[0].tags].title # \"A\"",
        "$.books[?@.tags >= $.books[0].tags].title # \"A\" ",
        "$.books[?1 == 1.0].title # \"A\" \"B\" \"C\"",
        "$.books[?@.tags[?@ == 'y']].title # \"A\"",
        "$[?@ == true] # true",
        "$[?@ == null] # null",
        "$[?@ == false] # ^^",
        "$[?@.color].price # 399",
        "$.yes[?@] # ^^",
        // 2.4: functions
        "$.books[?length(@.title) == 1 && length(@.tags) == 2].title # \"A\"",
        "$[?length(@) == 2].price # 399",
        "$.books[?length(@.price) == 1].title # ^^",
        "$.books[?length(@.none) == 1].title # ^^",
        "$.books[?count(@.*) > 2].title # \"A\" \"C\"",
        "$.books[?value(@.tags[*]) == 'x'].title # ^^",
        "$.books[?value(@..isbn) == '0-1'].title # \"C\"",
        "$.books[?match(@.title, '[AB]')].title # \"A\" \"B\"",
        "$.books[?match(@.isbn, '0')].title # ^^",
        "$.books[?search(@.isbn, '0')].title # \"C\"",
        "$.books[?match(@.isbn, '0.1')].title # \"C\"",
        "$.books[?match(@.isbn, '0[.\\\\-]1')].title # \"C\"",
        "$.books[?match(@.isbn, '0\\\\-1')].title # \"C\"",
        "$.books[?search(@.title, $.bike.color)].title # ^^",
        "$.books[?search(@.title, @.title)].title # \"A\" \"B\" \"C\"",
        "$.books[?search(@.title, $.limit)].title # ^^",
        "$.books[?search(@.title, @.none)].title # ^^",
        "$.books[?search(@.price, '8')].title # ^^",
        "$.books[?search(@.title, '(')].title # ^^",
        "$.books[?search(@.title, 'A\\\\')].title # ^^",
        // 2.5: several selectors, descendants
        "$.books[0, -1, 0].title # \"A\" \"C\" \"A\"",
        "$['limit', 'yes'] # 10 true",
        "$..price # 8.95 12.99 8.990 399",
        "$..['color', 'isbn'] # \"0-1\" \"red\"",
        "$.deep..a # [[1,[2]],{\"a\":3}] 3",
        "$.deep.a..[0] # [1,[2]] 1 2",
        "$.deep.a[1]..* # 3",
      })
  void findsWhatTheRfcSays(String path, String values) {
    assertThat(
            read(path).find(json(STORE)).values().stream()
                .map(JsonWriter::write)
                .collect(Collectors.joining(" ")))
        .isEqualTo(values.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a | 0: found a, expected $, with which a path begins",
        "^^ | 0: found the end, expected $, with which a path begins",
        "$a | 1: found a, expected . or [",
        "$. | 2: found the end, expected a name, * or [",
        "$.1 | 2: found 1, expected a name, * or [",
        "$.-a | 2: found -, expected a name, * or [",
        "$.a( | 1: found ., expected . or [",
        "$.( | 2: found (, expected a name, * or [",
        "$.. | 3: found the end, expected a name, * or [",
        "$['a | 4: found the end, expected the closing '",
        "$[\"a | 4: found the end, expected the closing \"",
        "$['\\x'] | 4: found x, expected an escape that JSON has, or that of the quotes around",
        "$['\\\"'] | 4: found \", expected an escape that JSON has, or that of the quotes around",
        "$['\\ | 4: found the end, expected an escape that JSON has, or that of the quotes around",
        "$['\\u12'] | 7: found ', expected four hex digits",
        "$['\\ud800'] | 3: found half of a surrogate pair, expected both halves",
        "$['\\ud800\\ud800'] | 3: found half of a surrogate pair, expected both halves",
        "$['\\udc00'] | 3: found half of a surrogate pair, expected both halves",
        "$[01] | 2: found 01, expected an index without leading zeros up to 2^53-1",
        "$[-0] | 2: found -0, expected an index without leading zeros up to 2^53-1",
        "$[9007199254740992] | 2: found 9007199254740992, expected an index without leading zeros"
            + " up to 2^53-1",
        "$[99999999999999999999] | 2: found 99999999999999999999, expected an index without leading"
            + " zeros up to 2^53-1",
        "$[1 | 3: found the end, expected a comma or ]",
        "$[1\tx | 4: found x, expected a comma or ]",
        "$['a\u0001'] | 4: found \u0001, expected the closing '",
        "$[?!x] | 4: found x, expected @, $, a constant, or one of length(), count(), value(),"
            + " match() and search()",
        "$[?{] | 3: found {, expected @, $, a constant, or one of length(), count(), value(),"
            + " match() and search()",
        "$[] | 2: found ], expected a name in quotes, an index, a slice, * or ?",
        "$[1,] | 4: found ], expected a name in quotes, an index, a slice, * or ?",
        "$[?] | 3: found ], expected @, $, a constant, or one of length(), count(), value(),"
            + " match() and search()",
        "$[?@.a ==] | 9: found ], expected @, $, a constant, or one of length(), count(), value(),"
            + " match() and search()",
        "$[?1] | 4: found ], expected a comparison, for a value by itself is no test",
        "$[?!1] | 5: found ], expected a comparison, for a value by itself is no test",
        "$[?@.* == 1] | 3: expected something that is one value at most: no list of nodes, no test",
        "$[?match(@.a,'x') == true] | 3: expected something that is one value at most: no list of"
            + " nodes, no test",
        "$[?length(@.a)] | 14: found ], expected a comparison, for a value by itself is no test",
        "$[?length(@.*) == 1] | 10: expected something that is one value at most: no list of nodes,"
            + " no test",
        "$[?count(1) == 1] | 9: found 1, expected a path that begins with @ or $",
        "$[?count @.a) == 1] | 8: found  , expected an opening (",
        "$[?count(@.a == 1] | 13: found =, expected the closing )",
        "$[?match(@.a)] | 12: found ), expected a comma and a regular expression",
        "$[?(@.a] | 7: found ], expected the closing )",
        "$[?@.a == 01] | 10: found 01, expected a number as JSON writes it",
        "$[?@.a == 'b] | 13: found the end, expected the closing '",
      })
  void whatIsNoPathIsSaidWithItsPlace(String path, String problem) {
    var wrong = (PathReading.Wrong) PathReader.read(path);
    assertThat(wrong.at() + ": " + wrong.text()).isEqualTo(problem);
  }

  @Test
  void whiteSpaceOfAllKindsMayStandBetweenSegments() {
    assertThat(read("$\t.bike\r\n['price']").find(json(STORE)).values())
        .containsExactly(Value.of(399));
  }

  @Test
  void filtersHaveALimitOfDepth() {
    var wrong =
        (PathReading.Wrong) PathReader.read("$[?" + "(".repeat(65) + "@" + ")".repeat(65) + "]");
    assertThat(wrong.text()).isEqualTo("more than 64 parentheses in one another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$..isbn | $.books[2].isbn",
        "$['o\\'k'] | $['o\\'k']",
        "$[''] | $['']",
        "$ | $",
        "$.deep.a[0][1][0] | $.deep.a[0][1][0]"
      })
  void aNodeKnowsAPathToItself(String path, String place) {
    var found = read(path).find(json(STORE)).all().getFirst().path();
    assertThat(found).isEqualTo(place);
    assertThat(read(found).find(json(STORE)).values())
        .isEqualTo(read(path).find(json(STORE)).values());
  }

  @Test
  void namesWithBackslashesFindThemselves() {
    var document = json("{\"a\\\\b\":1,\"1a\":2,\"a1_é\":3,\"a b\":4}");
    assertThat(read("$.*").find(document).all())
        .extracting(Located::path)
        .containsExactly("$['a\\\\b']", "$['1a']", "$.a1_é", "$['a b']")
        .allSatisfy(path -> assertThat(read(path).find(document).all()).hasSize(1));
  }

  @Test
  void workIsBounded() {
    var item = "[" + "1,".repeat(1500) + "1]";
    var nodes = read("$[?count($[?count($[*]) > 0]) > 0]").find(json(item));
    assertThat(nodes.complete()).isFalse();
    assertThat(read("$..[?@ == 1]").find(json(item)).complete()).isTrue();
    var wide = json("[" + "[1],".repeat(999) + "[1]]");
    assertThat(read("$[?count($..*) > 0]").find(wide).complete()).isFalse();
    assertThat(read("$[?count($..*) > 0][*]").find(wide).complete()).isFalse();
  }

  @Test
  void pathsKeepTheirText() {
    assertThat(read("$.a[0]")).hasToString("$.a[0]");
    assertThat(read("$.a[0]").isSingular()).isTrue();
    assertThat(read("$.a[0,1]").isSingular()).isFalse();
    assertThat(read("$..a").isSingular()).isFalse();
    assertThat(read("$.*").isSingular()).isFalse();
  }

  @Test
  void regularExpressionsAreLimited() {
    assertThat(Regexes.compile("a".repeat(10_001)))
        .isEqualTo(new Regexes.Compiled.Wrong("the regular expression is too large"));
    assertThat(Regexes.compile("a{3,100}b{0,100}c{0}")).isInstanceOf(Regexes.Compiled.Regex.class);
  }

  private static JsonPath read(String path) {
    return ((PathReading.Read) PathReader.read(path)).path();
  }

  private static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
