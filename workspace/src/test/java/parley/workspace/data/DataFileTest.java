package parley.workspace.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.engine.plan.FileAccess;
import parley.engine.plan.PlanProblem;
import parley.model.collection.DataSource;
import parley.model.collection.DataSource.Format;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

class DataFileTest {

  private static final Position AT = new Position(Path.of("a.ws.yaml"), 2, 14);

  /** One file, whatever is asked for. */
  private record OneFile(Bytes bytes) implements FileAccess {

    @Override
    public Location locate(Source path) {
      return new Location.At(Path.of("rows"));
    }

    @Override
    public Content read(Source path) {
      return new Content.Read(bytes);
    }
  }

  private static DataFile.Outcome read(Format format, Bytes bytes) {
    return DataFile.read(new DataSource(format, new Source("rows", AT)), new OneFile(bytes));
  }

  private static Table table(Format format, String text) {
    if (read(format, Bytes.utf8(text)) instanceof DataFile.Outcome.Read(var table)) {
      return table;
    }
    throw new AssertionError(read(format, Bytes.utf8(text)));
  }

  private static List<String> problems(DataFile.Outcome outcome) {
    if (outcome instanceof DataFile.Outcome.Wrong(var problems)) {
      return problems.stream().map(DataFileTest::text).toList();
    }
    throw new AssertionError(outcome);
  }

  private static List<String> problems(Format format, String text) {
    return problems(read(format, Bytes.utf8(text)));
  }

  private static String text(PlanProblem problem) {
    return problem.at() + ": " + problem.found() + " / " + problem.expected();
  }

  private static String values(Map<String, Value> row, List<String> columns) {
    return columns.stream()
        .map(name -> JsonWriter.write(row.getOrDefault(name, Value.NULL)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void theFirstLineOfCsvNamesTheVariables() {
    var table = table(Format.CSV, "\uFEFFuser, id\nann,1\nbob,2\n");
    assertThat(table.columns()).containsExactly("user", "id");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().getLast())
        .containsEntry("user", Value.of("bob"))
        .containsEntry("id", Value.of(2));
  }

  @Test
  void unquotedFieldsAreWhatJsonMakesOfThem() {
    var table = table(Format.CSV, "a,b,c,d,e,f,g\n1.10,true,null,,01,[1],\"2\"\n");
    assertThat(values(table.rows().getFirst(), table.columns()))
        .isEqualTo("1.10 true null \"\" \"01\" \"[1]\" \"2\"");
  }

  @Test
  void jsonRowsMayLackWhatOthersHave() {
    for (var table :
        List.of(
            table(Format.JSON, "[{\"a\":1},{\"b\":[2]}]"),
            table(Format.JSONL, "{\"a\":1}\n\n  {\"b\":[2]}\r\n"))) {
      assertThat(table.columns()).containsExactly("a", "b");
      assertThat(table.rows())
          .extracting(row -> values(row, table.columns()))
          .containsExactly("1 null", "null [2]");
    }
  }

  @Test
  void allThatIsWrongIsToldWithItsRow() {
    assertThat(problems(Format.CSV, "a,a,\n1,2\n1,2,3\n1\n"))
        .containsExactly(
            "rows:1:1: two columns `a` / each name once",
            "rows:1:1: a column without a name / a variable's name: letters, digits, - and _",
            "rows:2:1: row 1 with 2 fields / 3 fields, as the first line has",
            "rows:4:1: row 3 with 1 field / 3 fields, as the first line has");
    assertThat(problems(Format.CSV, "a\n\"b\n"))
        .containsExactly("rows:2:1: a quote that is not closed / a `\"` at the field's end");
    assertThat(problems(Format.JSON, "{}"))
        .containsExactly("rows:1:1: a map / a list of objects, one for each row");
    assertThat(problems(Format.JSONL, "{\"a\":1}\n3\n{\"2\":1}"))
        .containsExactly(
            "rows:2:1: row 2, which is a number / an object with a field for each variable",
            "rows:3:1: a column `2` / a variable's name: letters, digits, - and _");
  }

  @Test
  void aFileWithoutRowsHasNothingToRun() {
    for (var text : List.of("", "a,b\n")) {
      assertThat(problems(Format.CSV, text).getFirst()).contains("no rows");
    }
    assertThat(problems(Format.JSON, "[]").getFirst()).contains("no rows");
    assertThat(problems(Format.JSONL, "\n").getFirst()).contains("no rows");
  }

  @Test
  void moreRowsThanTheLimitAreRefused() {
    assertThat(problems(Format.CSV, "a\n" + "1\n".repeat(DataFile.MAX_ROWS + 1)))
        .containsExactly("rows:1:1: 100001 rows / at most 100000");
  }

  @Test
  void whatIsNoTextOrNoFileIsSaid() {
    assertThat(problems(read(Format.CSV, Bytes.hex("61ff0a"))))
        .containsExactly("rows:1:1: bytes that are not UTF-8 / text in UTF-8");
    var source = new DataSource(Format.CSV, new Source("rows", AT));
    assertThat(problems(DataFile.read(source, FileAccess.NONE)))
        .containsExactly("a.ws.yaml:2:14: `rows`: there are no files here / a file with rows");
    var template = new DataSource(Format.CSV, new Source("{{a}}.csv", AT));
    assertThat(problems(DataFile.read(template, FileAccess.NONE)).getFirst())
        .contains("a template in the path of data");
  }
}
