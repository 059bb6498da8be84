package parley.workspace.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.files.collection.WholeFile;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.protocol.frame.Bytes;

/**
 * Which tests did not pass when they were last run. Each collection has a file outside of it: its
 * folder, then a line for each run of a test, the file and the row with a tab between them. Blocks.
 */
public final class Failures {

  private final Path folder;

  /**
   * Kept in a folder.
   *
   * @param folder which is made when something is to be kept
   */
  public Failures(Path folder) {
    this.folder = folder;
  }

  /**
   * A run of a test that did not pass.
   *
   * @param row as outcomes name it; empty without data
   */
  public record Failed(Path file, String row) {

    /** The number of its row; 0 without data. */
    public int number() {
      return row.isEmpty() ? 0 : Integer.parseInt(row.replaceAll("\\D", ""));
    }
  }

  /** Those of a collection; none when it was never run, or nothing is known of it any more. */
  public List<Failed> of(Path collection) {
    var all = new ArrayList<Failed>();
    for (var line : lines(collection)) {
      var parts = line.split("\t", 2);
      all.add(new Failed(collection.resolve(parts[0]), parts.length > 1 ? parts[1] : ""));
    }
    return all;
  }

  private List<String> lines(Path collection) {
    try {
      var lines = Files.readAllLines(place(collection));
      return lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
    } catch (IOException none) {
      return List.of(); // a collection that was never run has no such file
    }
  }

  /**
   * Keeps what tests came to; what is known of those that were not run stays as it is.
   *
   * @param whole whether all rows of each test are among them: what is known of others is forgotten
   * @throws IOException when it cannot be written
   */
  public void keep(Path collection, Collection<TestOutcome> outcomes, boolean whole)
      throws IOException {
    Set<String> all = new TreeSet<>(lines(collection));
    if (whole) {
      all.removeAll(gone(collection, outcomes));
    }
    for (var outcome : outcomes) {
      var line = line(collection, outcome);
      switch (outcome.result()) {
        case Result.Passed _ -> all.remove(line);
        case Result.Failed _, Result.Broken _ -> all.add(line);
        case Result.Skipped _ -> {}
      }
    }
    var place = place(collection);
    if (!all.isEmpty() || Files.exists(place)) {
      var text = collection + "\n" + String.join("\n", all) + "\n";
      WholeFile.put(place, Bytes.utf8(all.isEmpty() ? collection + "\n" : text));
    }
  }

  /** Rows that failed once and that their data have no more. */
  private Set<String> gone(Path collection, Collection<TestOutcome> outcomes) {
    var known = outcomes.stream().map(one -> new Failed(place(one), one.row())).toList();
    var files = known.stream().map(Failed::file).collect(Collectors.toSet());
    return of(collection).stream()
        .filter(one -> files.contains(one.file()) && !known.contains(one))
        .map(one -> line(collection, one.file(), one.row()))
        .collect(Collectors.toSet());
  }

  private static Path place(TestOutcome outcome) {
    return outcome.file().toAbsolutePath().normalize();
  }

  private static String line(Path collection, TestOutcome outcome) {
    return line(collection, place(outcome), outcome.row());
  }

  private static String line(Path collection, Path file, String row) {
    var place = collection.relativize(file).toString();
    return row.isEmpty() ? place : place + "\t" + row;
  }

  private Path place(Path collection) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var name = digest.digest(collection.toString().getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(name, 0, 12) + ".failed");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
