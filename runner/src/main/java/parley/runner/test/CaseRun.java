package parley.runner.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import parley.model.value.Value;

/**
 * One run of a test.
 *
 * @param row such as {@code row 2}; empty without data
 * @param values of the variables that the row sets
 * @param seed of the whole run
 */
record CaseRun(TestCase test, String row, Map<String, Value> values, long seed) {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The runs of all rows, in the order of the tests. */
  static List<CaseRun> allOf(List<TestCase> tests, long seed) {
    var all = new ArrayList<CaseRun>();
    for (var test : tests) {
      addRows(test, seed, all);
    }
    return all;
  }

  private static void addRows(TestCase test, long seed, List<CaseRun> all) {
    var rows = test.rows();
    var withoutData = rows.size() == 1 && rows.getFirst().isEmpty();
    for (int i = 0; i < rows.size(); i++) {
      var label = withoutData ? "" : "row " + (i + 1);
      all.add(new CaseRun(test, label, rows.get(i), seed));
    }
  }

  String title() {
    return row.isEmpty() ? test.name() : test.name() + " (" + row + ")";
  }

  /**
   * Random values of its own. The folder is left out but for its name, so that they are the same on
   * another machine.
   */
  RandomGenerator random() {
    var file = test.file();
    var folder = file.getParent();
    var place = folder == null ? file.toString() : folder.getFileName() + "/" + file.getFileName();
    return new SplittableRandom(seed ^ hash(place + "\n" + test.name() + "\n" + row));
  }

  /** FNV-1a over the characters: the same everywhere and always. */
  private static long hash(String text) {
    var hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
