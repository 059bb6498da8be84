package parley.files.problem;

import java.util.ArrayList;
import java.util.List;
import parley.model.collection.Position;

/** Gathers problems while files are read; for one thread. */
public final class Problems {

  private final List<Problem> all = new ArrayList<>();

  /** None yet. */
  public Problems() {}

  /** Adds an error without a hint. */
  public void add(Position at, String found, String expected) {
    all.add(new Problem(Severity.ERROR, at, found, expected, null));
  }

  /** Adds an error. */
  public void add(Position at, String found, String expected, String hint) {
    all.add(new Problem(Severity.ERROR, at, found, expected, hint));
  }

  /** Adds a warning. */
  public void warn(Position at, String found, String expected, String hint) {
    all.add(new Problem(Severity.WARNING, at, found, expected, hint));
  }

  /** How many there are so far. */
  public int count() {
    return all.size();
  }

  /** Adds all of another gathering. */
  public void addAll(Problems others) {
    all.addAll(others.all);
  }

  /** All, each once, by file and place. */
  public List<Problem> sorted() {
    return all.stream().distinct().sorted().toList();
  }
}
