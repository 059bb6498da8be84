package parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import parley.engine.expression.Compilation;
import parley.engine.expression.DynamicNames;
import parley.engine.expression.Expression;
import parley.engine.expression.Names;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.engine.function.Result;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** The 120 dynamic variables, as expressions see them. */
class DynamicVariablesTest {

  private static final Instant CLOCK = Instant.parse("2026-01-02T03:04:05Z");
  private static final Path PAGE = Path.of("../docs/dynamic-variables.md");
  private static final String BEGIN = "<!-- made by DynamicVariablesTest -->\n";
  private static final FakeData DATA = new FakeData();

  /** A session with a seed, at a time that stands still. */
  private record Seeded(RandomGenerator random) implements Scope {

    static Seeded of(long seed) {
      return new Seeded(new SplittableRandom(seed));
    }

    @Override
    public Instant now() {
      return CLOCK;
    }

    @Override
    public Optional<Value> variable(int slot) {
      return Optional.empty();
    }

    @Override
    public Subject subject() {
      return new Subject();
    }

    @Override
    public Result madeUp(String name) {
      return DATA.next(name, this);
    }
  }

  private static Value value(String name, Scope in) {
    var compiled = (Compilation.Compiled) Expression.compile("$" + name, Names.of());
    return ((Result.Of) compiled.expression().evaluate(in)).value();
  }

  private static Map<String, Value> all(long seed) {
    var scope = Seeded.of(seed);
    var all = new HashMap<String, Value>();
    DynamicNames.MEANINGS.keySet().forEach(name -> all.put(name, value(name, scope)));
    return all;
  }

  @Test
  void eachHasAValueAndTheSameWithTheSameSeed() {
    assertThat(all(1)).hasSize(120).isEqualTo(all(1)).isNotEqualTo(all(2));
    assertThat(all(3).values()).allSatisfy(one -> assertThat(one.toString()).isNotBlank());
  }

  /** Whoever else asks at the same time. */
  @Test
  void aSessionHasItsOwnValuesWhateverOthersAsk() {
    var alone = Seeded.of(5);
    var expected = List.of(value("randomFullName", alone), value("randomCity", alone));
    var one = Seeded.of(5);
    var other = Seeded.of(6);
    var found = new ArrayList<Value>();
    found.add(value("randomFullName", one));
    value("randomCompanyName", other);
    found.add(value("randomCity", one));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void numbersAndTruthValuesAreNoTexts() {
    var kinds = new HashMap<Value.Kind, TreeSet<String>>();
    all(1)
        .forEach(
            (name, value) -> kinds.computeIfAbsent(value.kind(), _ -> new TreeSet<>()).add(name));
    assertThat(kinds.get(Value.Kind.NUMBER))
        .containsExactly(
            "randomInt", "randomLatitude", "randomLongitude", "randomPrice", "timestamp");
    assertThat(kinds.get(Value.Kind.BOOLEAN)).containsExactly("randomBoolean");
    assertThat(kinds.get(Value.Kind.TEXT)).hasSize(114);
  }

  @Test
  void theyLookAsTheyShould() {
    var shapes =
        Map.ofEntries(
            Map.entry(
                "guid", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
            Map.entry("randomNanoId", "[A-Za-z0-9_-]{21}"),
            Map.entry("randomAlphaNumeric", "[a-z0-9]"),
            Map.entry("randomInt", "\\d{1,3}|1000"),
            Map.entry("randomHexColor", "#[0-9A-F]{6}"),
            Map.entry("randomIP", "(\\d{1,3}\\.){3}\\d{1,3}"),
            Map.entry("randomIPV6", "([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"),
            Map.entry("randomMACAddress", "([0-9a-f]{2}:){5}[0-9a-f]{2}"),
            Map.entry("randomPassword", "[A-Za-z0-9]{15}"),
            Map.entry("randomSemver", "\\d+\\.\\d+\\.\\d+"),
            Map.entry("randomPhoneNumber", "\\d{3}-\\d{3}-\\d{4}"),
            Map.entry("randomPhoneNumberExt", "\\d{2}-\\d{3}-\\d{3}-\\d{4}"),
            Map.entry("randomCountryCode", "[A-Z]{2}"),
            Map.entry("randomPrice", "\\d{1,4}\\.\\d\\d"),
            Map.entry("randomBankAccountIban", "[A-Z]{2}\\d\\d[A-Z0-9]{11,30}"),
            Map.entry("randomBitcoin", "[13][a-km-zA-HJ-NP-Z1-9]{26,33}"),
            Map.entry("randomDateFuture", "2026-.*Z|2027-01-.*Z"),
            Map.entry("randomDatePast", "2025-.*Z|2026-01-.*Z"),
            Map.entry("randomDateRecent", "2026-01-0[12]T.*Z"),
            Map.entry("isoTimestamp", "2026-01-02T03:04:05Z"),
            Map.entry("timestamp", "1767323045"),
            Map.entry("randomEmail", "[^@\\s]+@[^@\\s]+\\.[a-z]+"),
            Map.entry("randomExampleEmail", "[^@\\s]+@example\\.(com|org|net)"),
            Map.entry("randomUrl", "https?://\\S+"),
            Map.entry("randomUserName", "[a-z0-9._'-]+"),
            Map.entry("randomLoremSlug", "[a-z]+-[a-z]+-[a-z]+"),
            Map.entry("randomCatsImage", "https://loremflickr.com/640/480/cats\\?lock=\\d+"));
    for (var seed = 0; seed < 20; seed++) {
      var all = all(seed);
      shapes.forEach(
          (name, shape) -> assertThat(shown(all.get(name))).as(name).matches("(?s)" + shape));
    }
  }

  private static String shown(Value value) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.begin(value, 10_000);
  }

  /** Rewritten with {@code -Dgolden.write=true}. */
  @Test
  void thePageShowsWhatSeedOneGives() throws IOException {
    var page = Files.readString(PAGE);
    var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, head + table());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(head + table());
  }

  private static String table() {
    var text = new StringBuilder("\n| variable | is | such as |\n|---|---|---|\n");
    DynamicNames.MEANINGS.forEach((name, meaning) ->
        text.append("| `$%s` | %s | `%s` |\n".formatted(name, meaning, sample(name))));
    return text.toString();
  }

  /** Each with a session of its own, so that one more changes no other. */
  private static String sample(String name) {
    var text = shown(value(name, Seeded.of(1))).replace("\n", " ").replace("|", "\\|");
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
