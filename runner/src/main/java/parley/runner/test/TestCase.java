package parley.runner.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import parley.engine.plan.Plan;
import parley.model.outcome.TestFacts;
import parley.model.value.Value;

/**
 * A conversation to be run as a test.
 *
 * @param facts what reports tell of it
 * @param rows one run for each; one empty row for a conversation without data
 * @param numbers of the rows in their data, from 1
 * @param brings names of the variables that its steps set or extract, for those who go on from it
 */
public record TestCase(
    Path file,
    String name,
    TestFacts facts,
    Plan plan,
    List<Map<String, Value>> rows,
    List<Integer> numbers,
    Set<String> brings) {

  public TestCase {
    rows = rows.stream().map(Map::copyOf).toList();
    numbers = List.copyOf(numbers);
    brings = Set.copyOf(brings);
    if (numbers.size() != rows.size()) {
      throw new IllegalArgumentException("each row has its number");
    }
  }

  /** With all rows there are, which nobody goes on from. */
  public TestCase(
      Path file, String name, TestFacts facts, Plan plan, List<Map<String, Value>> rows) {
    this(
        file,
        name,
        facts,
        plan,
        rows,
        IntStream.rangeClosed(1, rows.size()).boxed().toList(),
        Set.of());
  }

  /** The same, and what it leaves to those who go on from it. */
  public TestCase bringing(Set<String> names) {
    return new TestCase(file, name, facts, plan, rows, numbers, names);
  }

  /** The same with some of its rows. */
  public TestCase rows(IntPredicate wanted) {
    var kept =
        IntStream.range(0, rows.size()).filter(i -> wanted.test(numbers.get(i))).boxed().toList();
    return new TestCase(
        file,
        name,
        facts,
        plan,
        kept.stream().map(rows::get).toList(),
        kept.stream().map(numbers::get).toList(),
        brings);
  }

  /** Whether it has data. */
  public boolean hasData() {
    return rows.size() != 1 || !rows.getFirst().isEmpty();
  }

  /** What people call a row, such as {@code row 2}; empty without data. */
  public String label(int index) {
    return hasData() ? "row " + numbers.get(index) : "";
  }
}
