package parley.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.engine.function.Functions;
import parley.engine.loadmill.LoadmillFunctions;
import parley.model.collection.Operator;

/** Every row of {@code docs/expressions.md} says what happens. */
final class ReferencePageTest {

  private static final Path PAGE = Path.of("..", "docs", "expressions.md");

  /** A row is {@code | `expression` | `value` | remark |}; a bar inside a cell is {@code \|}. */
  private record Row(String expression, String value, String remark) {

    static Stream<Row> of(String line) {
      var cells = line.split("(?<!\\\\)\\|", -1);
      return line.startsWith("| `") && cells.length >= 4
          ? Stream.of(new Row(code(cells[1]), code(cells[2]), code(cells[3])))
          : Stream.empty();
    }

    private static String code(String cell) {
      return cell.strip().replace("\\|", "|").replaceAll("^`+ ?| ?`+$", "");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRowComesToItsValue() throws IOException {
    var rows = rows("<!-- expressions -->");
    assertThat(rows).hasSizeGreaterThan(200);
    return Stream.concat(rows.stream(), rows("<!-- expressions, too -->").stream())
        .map(row ->
            dynamicTest(
                "`" + row.expression() + "`",
                () -> assertThat(FixedScope.shown(row.expression())).isEqualTo(row.value())));
  }

  /** Values that the page spares its readers; of problems and faults their beginning. */
  @TestFactory
  Stream<DynamicTest> everyFurtherRowComesToItsValue() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "expressions.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" => "))
        .map(row ->
            dynamicTest(
                "`" + row[0] + "`", () -> assertThat(FixedScope.shown(row[0])).startsWith(row[1])));
  }

  /** Under Loadmill's name, and as it is written here. */
  @TestFactory
  Stream<DynamicTest> everyFunctionOfLoadmillComesToItsValue() throws IOException {
    return rows("<!-- loadmill -->").stream()
        .map(row ->
            dynamicTest(
                "`" + row.expression() + "`",
                () -> {
                  assertThat(FixedScope.shown(row.expression())).isEqualTo(row.value());
                  if (!row.remark().isEmpty()) {
                    assertThat(FixedScope.shown(row.remark())).isEqualTo(row.value());
                  }
                }));
  }

  @Test
  void allOfLoadmillsFunctionsAreThere() throws IOException {
    var names =
        Files.readAllLines(Path.of("src", "test", "resources", "loadmill-functions.txt")).stream()
            .map(line -> line.substring(0, line.indexOf('(')))
            .toList();
    assertThat(names).hasSize(83).allMatch(LoadmillFunctions.BY_NAME::containsKey);
    var rows = rows("<!-- loadmill -->");
    assertThat(names)
        .allMatch(name ->
            rows.stream()
                .anyMatch(row -> row.expression().contains(name + "(") && !row.remark().isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyTemplateComesToItsText() throws IOException {
    return rows("<!-- templates -->").stream()
        .map(row ->
            dynamicTest(
                "`" + row.expression() + "`",
                () -> assertThat(filled(row.expression())).isEqualTo(row.value())));
  }

  private static String filled(String template) {
    return switch (Template.read(template, FixedScope.NAMES)) {
      case Template.Reading.Read(var read) -> FixedScope.shown(read.fill(new FixedScope()));
      case Template.Reading.Wrong(var problems) -> FixedScope.shown(problems);
    };
  }

  @Test
  void everyFunctionAndOperatorHasItsLine() throws IOException {
    var page = Files.readString(PAGE);
    assertThat(Functions.BY_NAME.values())
        .allSatisfy(function -> assertThat(page).contains("`" + function.signature() + "`"));
    assertThat(Operator.values())
        .allSatisfy(operator -> assertThat(page).contains("`" + operator.key() + "`"));
    assertThat(page).contains(FixedScope.MESSAGE);
  }

  /** The rows below {@code mark} up to the next mark. */
  private static List<Row> rows(String mark) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .dropWhile(line -> !line.equals(mark))
        .skip(1)
        .takeWhile(line -> !line.startsWith("<!-- "))
        .flatMap(Row::of)
        .toList();
  }
}
