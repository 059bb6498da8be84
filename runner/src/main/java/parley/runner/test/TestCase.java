package parley.runner.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.engine.plan.Plan;
import parley.model.outcome.TestFacts;
import parley.model.value.Value;

/**
 * A conversation to be run as a test.
 *
 * @param facts what reports tell of it
 * @param rows one run for each; one empty row for a conversation without data
 */
public record TestCase(
    Path file, String name, TestFacts facts, Plan plan, List<Map<String, Value>> rows) {

  public TestCase {
    rows = rows.stream().map(Map::copyOf).toList();
  }
}
