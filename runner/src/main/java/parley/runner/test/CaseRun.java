package parley.runner.test;

import java.util.ArrayList;
import java.util.HashMap;
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
 * @param handed values of variables that hooks and earlier tests brought
 * @param seed of the whole run
 * @param tries how often it was run before
 */
record CaseRun(
    TestCase test,
    String row,
    Map<String, Value> values,
    Map<String, Value> handed,
    long seed,
    int tries) {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The runs of all rows. */
  static List<CaseRun> allOf(TestCase test, long seed) {
    var all = new ArrayList<CaseRun>();
    for (int i = 0; i < test.rows().size(); i++) {
      all.add(new CaseRun(test, test.label(i), test.rows().get(i), Map.of(), seed, 0));
    }
    return all;
  }

  /** The same after so many tries, with other random values. */
  CaseRun again(int before) {
    return before == tries ? this : new CaseRun(test, row, values, handed, seed, before);
  }

  /** The same with more that was brought, which wins. */
  CaseRun handed(Map<String, Value> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new HashMap<>(handed);
    all.putAll(more);
    return new CaseRun(test, row, values, Map.copyOf(all), seed, tries);
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
    return new SplittableRandom((seed ^ hash(place + "\n" + test.name() + "\n" + row)) + tries);
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
