package parley.workspace.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 4180, by its rules. */
class CsvTest {

  private static List<List<String>> rows(String text) {
    var reading = Csv.read(text);
    assertThat(reading.faultOrNull()).isNull();
    return reading.rows().stream()
        .map(row ->
            row.fields().stream()
                .map(field -> field.quoted() ? "[" + field.text() + "]" : field.text())
                .toList())
        .toList();
  }

  @Test
  void linesEndWithCrlfOrLfAndTheLastOneNeedNot() {
    assertThat(rows("a,b\r\nc,d\ne,f")).containsExactly(of("a", "b"), of("c", "d"), of("e", "f"));
    assertThat(rows("a\n")).containsExactly(of("a"));
    assertThat(rows("")).isEmpty();
  }

  private static List<String> of(String... fields) {
    return List.of(fields);
  }

  @Test
  void quotesHoldCommasLineEndsAndQuotes() {
    assertThat(rows("\"a,b\",\"c\r\nd\",\"e\"\"f\",\"\"\n"))
        .containsExactly(of("[a,b]", "[c\r\nd]", "[e\"f]", "[]"));
  }

  @Test
  void spacesBelongToTheFieldAndFieldsMayBeEmpty() {
    assertThat(rows(" a ,,\n,b")).containsExactly(of(" a ", "", ""), of("", "b"));
  }

  @Test
  void emptyLinesAreNoRows() {
    var rows = Csv.read("a\n\n\r\nb\n").rows();
    assertThat(rows).extracting(Csv.Row::line).containsExactly(1, 4);
    assertThat(rows("\"\"\n")).containsExactly(of("[]"));
  }

  @Test
  void rowsKnowTheLineTheyBeginIn() {
    assertThat(Csv.read("a\n\"b\nc\"\nd\n").rows())
        .extracting(Csv.Row::line)
        .containsExactly(1, 2, 4);
  }

  @Test
  void aCarriageReturnAloneIsPartOfTheField() {
    assertThat(rows("a\rb,c\n")).containsExactly(of("a\rb", "c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a,b\"c     | 1 | 4 | a quote within a field",
        "a,\"b      | 1 | 3 | a quote that is not closed",
        "a,\"b\"c,d | 1 | 6 | text behind the closing quote"
      })
  void aQuoteOutOfPlaceIsNamedWithItsPlace(String text, int line, int column, String found) {
    var fault = Csv.read(text).faultOrNull();
    assertThat(fault).isNotNull();
    assertThat(fault.found()).isEqualTo(found);
    assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
  }
}
