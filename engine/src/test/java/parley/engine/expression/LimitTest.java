package parley.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.engine.path.JsonPath;
import parley.model.value.Value;

/** Limits, and what {@code $} may stand for. */
final class LimitTest {

  private static final Names NAMES = Names.of("big", "long", "list", "wide", "bomb");

  /** Large values: 9M characters, a number of 700 digits, 600,000 items, 2000 lists of one item. */
  private static final class Large implements Scope {

    private static final List<Value> VALUES =
        List.of(
            Value.of("x".repeat(9_000_000)),
            FixedScope.json("9".repeat(700)),
            Value.of(Collections.nCopies(600_000, Value.of(1))),
            Value.of(Collections.nCopies(2_000, Value.of(List.of(Value.of(1))))),
            Value.of(bomb()));

    private final Subject subject = new Subject();

    /** 20 MB of zeros in 20 KB. */
    private static String bomb() {
      var out = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(new byte[20_000_000]);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @Override
    public Optional<Value> variable(int slot) {
      return Optional.of(VALUES.get(slot));
    }

    @Override
    public Subject subject() {
      return subject;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator random() {
      return new Random(1);
    }
  }

  private static String shown(String expression, Large scope) {
    return switch (Expression.compile(expression, NAMES)) {
      case Compilation.Compiled(var compiled) -> FixedScope.shown(compiled.evaluate(scope));
      case Compilation.Wrong(var problems) -> FixedScope.shown(problems);
    };
  }

  @Test
  void largeResultsAreFaults() {
    var scope = new Large();
    assertThat(shown("big + big", scope))
        .isEqualTo("fault at 4: the text exceeds the limit of 16777216 characters");
    assertThat(shown("long * long", scope))
        .isEqualTo("fault at 5: the number has more than 1000 digits or exceeds 1e9999");
    assertThat(shown("list + list", scope))
        .isEqualTo("fault at 5: the list exceeds the limit of 1000000 items");
    assertThat(shown("hexEncode(big)", scope))
        .isEqualTo("fault at 0: a text of 18000000 characters exceeds the limit of 16777216");
    assertThat(shown("replace(big, 'x', 'yyy')", scope))
        .isEqualTo("fault at 0: the text could exceed the limit of 16777216 characters");
    assertThat(shown("replaceAll(big, 'x', 'yyy')", scope)).startsWith("fault at 0: a text of ");
    assertThat(shown("gunzip(bomb)", scope))
        .isEqualTo("fault at 0: what gunzip() makes exceeds the limit of 16MB");
    assertThat(shown("size(gunzip(gzip(big)))", scope)).isEqualTo("9000000");
    assertThat(shown("gunzip(gzip(join([big, big.slice(8000000)]))).size()", scope))
        .isEqualTo("10000000");
  }

  @Test
  void templatesHaveALimitToo() {
    var template = (Template.Reading.Read) Template.read("{{big}} {{big}}", NAMES);
    assertThat(FixedScope.shown(template.template().fill(new Large())))
        .isEqualTo("fault at 0: the text exceeds the limit of 16777216 characters");
  }

  /** Lists that hold one another's items many times write texts that no memory holds. */
  @Test
  void textsOfSmallValuesAreBoundedToo() {
    var tower = Value.of("0123456789");
    for (var i = 0; i < 8; i++) {
      tower = Value.of(Collections.nCopies(20, tower));
    }
    var scope = new Large();
    scope.subject().set(Value.of(Map.of("a", tower)));
    var limit = "the text exceeds the limit of 16777216 characters";
    assertThat(shown("json($)", scope)).isEqualTo("fault at 0: " + limit);
    assertThat(shown("'x' + string($.a)", scope)).isEqualTo("fault at 6: " + limit);
    assertThat(shown("jwtSign($, 'k')", scope))
        .isEqualTo("fault at 0: claims of jwtSign() exceed the limit of 16777216 characters");
    assertThat(shown("number($.a)", scope)).endsWith(" is no number as JSON writes it");
    assertThat(shown("choose($.a, 1, 2)", scope)).startsWith("fault at 0: no case of choose()");
    var template = (Template.Reading.Read) Template.read("{{$}}!", NAMES);
    assertThat(FixedScope.shown(template.template().fill(scope))).isEqualTo("fault at 0: " + limit);
  }

  @Test
  void aScopeMayCount() {
    var scope =
        new Scope() {
          private final Subject subject = new Subject();
          private long count;

          @Override
          public Optional<Value> variable(int slot) {
            return Optional.of(Value.of(count));
          }

          @Override
          public Result advance(int slot) {
            return Result.of(++count);
          }

          @Override
          public Subject subject() {
            return subject;
          }

          @Override
          public Instant now() {
            return Instant.EPOCH;
          }

          @Override
          public RandomGenerator random() {
            return new Random(1);
          }
        };
    var compiled = (Compilation.Compiled) Expression.compile("next(big) + next(big) * 10", NAMES);
    assertThat(compiled.expression().evaluate(scope)).isEqualTo(Result.of(21));
    assertThat(compiled.expression().slots()).hasToString("{0}");
  }

  @Test
  void whatAnExpressionLooksAtIsKnown() {
    var names = Names.of("user", "limit", "i");
    var compiled =
        (Compilation.Compiled)
            Expression.compile(
                "user.a.b < limit && $.x[*].exists(i, i.y == user) || f(1).z == 2"
                    .replace("f(1)", "{}"),
                names);
    assertThat(compiled.expression().operands()).hasToString("[user.a.b, limit, $.x[*], user]");
    assertThat(compiled.expression().slots()).hasToString("{0, 1}");
    var template = (Template.Reading.Read) Template.read("{{limit}} {{user.a + 1}}", names);
    assertThat(template.template().slots()).hasToString("{0, 1}");
  }

  @Test
  void problemsAreSaidInTwoHalves() {
    assertThat(halves("big == lost")).isEqualTo("`lost` / the name of a variable");
    assertThat(halves("lost(1)")).isEqualTo("`lost` / the name of a function");
    assertThat(halves("$lost")).isEqualTo("`$lost` / the name of a dynamic variable");
    assertThat(halves("1 +")).isEqualTo("the end / an expression");
    assertThat(halves("size(1, 2, 3)")).startsWith("`size()` with 3 arguments / ");
    assertThat(halves("all(1)")).isEqualTo("`all()` with other arguments / those that it takes");
    assertThat(halves("-'a'")).isEqualTo("a text / a number, which `-` takes");
    assertThat(halves("[] == ''"))
        .isEqualTo("a comparison of a list and a text / values of one kind");
    assertThat(halves("{a: 1}")).isEqualTo("a / a text as the name");
    assertThat(halves("'a")).isEqualTo("a text without its closing ' / the closing '");
    assertThat(halves("#")).isEqualTo("#, which no expression has / an expression");
    assertThat(halves(" ".repeat(10_001))).isEqualTo("10001 characters / at most 10000");
    assertThat(halves("(".repeat(101)))
        .isEqualTo(
            "more than 100 expressions in one another / at most 100 expressions in one"
                + " another");
    assertThat(new Problem(0, "odd").expected()).isEqualTo("an expression that can be evaluated");
  }

  private static String halves(String expression) {
    var problem = ((Compilation.Wrong) Expression.compile(expression, NAMES)).problems().getFirst();
    return problem.found() + " / " + problem.expected();
  }

  @Test
  void templatesCanBeBlanked() {
    assertThat(Template.blanked("a{{b}}c\\{{d}}{{'}}'}}{{").replace('\0', '.'))
        .isEqualTo("a.....c\\{{d}}........{{");
    assertThat(Template.blanked("{{a}}").replace('\0', '.')).isEqualTo(".....");
  }

  @Test
  void longAndDeepExpressionsAreRefused() {
    assertThat(shown(" ".repeat(10_001), new Large()))
        .isEqualTo("problem at 0: 10001 characters exceed the limit of 10000");
    assertThat(shown("(".repeat(101) + "1" + ")".repeat(101), new Large()))
        .isEqualTo("problem at 100: more than 100 expressions in one another");
    assertThat(shown("-".repeat(101) + "1", new Large()))
        .isEqualTo("problem at 100: more than 100 expressions in one another");
    assertThat(shown("1" + "+1".repeat(499), new Large())).isEqualTo("500");
    assertThat(shown("1" + "+1".repeat(500), new Large()))
        .isEqualTo("problem at 0: 1001 words exceed the limit of 1000");
  }

  @Test
  void pathsThatVisitTooMuchAreFaults() {
    var scope = new Large();
    scope.subject().set(Large.VALUES.get(3));
    assertThat(shown("$[?count($..*) > 0]", scope))
        .isEqualTo(
            "fault at 0: $[?count($..*) > 0] visits more than %d nodes"
                .formatted(JsonPath.MAX_VISITS));
    assertThat(shown("jsonpathAll(wide, '$[?count($..*) > 0]')", scope))
        .isEqualTo(
            "fault at 0: $[?count($..*) > 0] visits more than %d nodes"
                .formatted(JsonPath.MAX_VISITS));
  }

  @Test
  void theSubjectIsNothingAValueOrAMessage() {
    var scope = new Large();
    assertThat(shown("$.a", scope))
        .isEqualTo("fault at 0: there is no message for $ here [MISSING]");
    scope.subject().set(FixedScope.json("[{\"id\":1},{\"id\":2}]"));
    assertThat(shown("$[?@.id == 2].id", scope)).isEqualTo("[2]");
    assertThat(shown("$[0].id == 1", scope)).isEqualTo("true");
    scope.subject().set(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
    assertThat(shown("$.a == 1", scope))
        .isEqualTo(
            "fault at 0: the message is not JSON: line 1, column 1: found h, expected a value"
                + " [NOT_JSON]");
    assertThat(shown("exists($.a)", scope)).startsWith("fault at 7: the message is not JSON");
    scope.subject().set(ByteBuffer.wrap("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
    assertThat(shown("$.a == 1 && $.a + 1 == 2 && $.a == 1", scope)).isEqualTo("true");
    scope.subject().clear();
    assertThat(shown("$.a == 1", scope))
        .isEqualTo("fault at 0: there is no message for $ here [MISSING]");
  }

  @Test
  void textAndHexNeedOneMessage() {
    var scope = new Large();
    var none = "fault at 0: there is not exactly one message for %s() here [MISSING]";
    assertThat(shown("text()", scope)).isEqualTo(none.formatted("text"));
    assertThat(shown("hex()", scope)).isEqualTo(none.formatted("hex"));
    scope.subject().setBinary(ByteBuffer.wrap(new byte[] {-1}));
    assertThat(shown("hex()", scope)).isEqualTo("\"ff\"");
    assertThat(shown("text()", scope))
        .isEqualTo("fault at 0: a binary message has no text; hex() has its bytes [MISSING]");
    scope.subject().setBinary(ByteBuffer.wrap(new byte[] {'a'}));
    assertThat(shown("text()", scope)).isEqualTo("\"a\"");
  }

  @Test
  void compiledFormsKeepTextAndType() {
    var compiled = (Compilation.Compiled) Expression.compile("1 + 1", NAMES);
    assertThat(compiled.expression()).hasToString("1 + 1");
    assertThat(compiled.expression().type()).isEqualTo(Type.NUMBER);
    assertThat(Type.WHOLE.word()).isEqualTo("whole");
    assertThat(Functions.BY_NAME).containsKey("size");
    var names = new Names(List.of(), Map.of("guid", _ -> Result.of("mine")));
    var guid = (Compilation.Compiled) Expression.compile("$guid", names);
    assertThat(guid.expression().evaluate(new Large())).isEqualTo(Result.of("mine"));
    var fault = new Result.Fault(Result.Reason.INVALID, 0, "none is left");
    var empty = new Names(List.of(), Map.of("guid", _ -> fault));
    var none = (Compilation.Compiled) Expression.compile("1 + $guid", empty);
    assertThat(FixedScope.shown(none.expression().evaluate(new Large())))
        .isEqualTo("fault at 4: none is left");
  }

  @Test
  void aTemplateKnowsWhetherItIsConstant() {
    assertThat(((Template.Reading.Read) Template.read("", NAMES)).template().isConstant()).isTrue();
    assertThat(((Template.Reading.Read) Template.read("a{{1}}", NAMES)).template().isConstant())
        .isFalse();
    assertThat(((Template.Reading.Read) Template.read("", NAMES)).template().fill(new Large()))
        .isEqualTo(Result.of(""));
  }
}
