package parley.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import parley.model.collection.Conversation;
import parley.model.collection.DataSource;
import parley.report.Columns;
import parley.workspace.Places;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.data.DataFile;
import parley.workspace.test.Choice;

/** What {@code --list} shows: the tests that would be run, a line for each file. Blocks. */
final class TestListing {

  private static final int GAP = 2;

  private final Choice choice;
  private final StringBuilder out = new StringBuilder();
  private int files;
  private int runs;

  private TestListing(Choice choice) {
    this.choice = choice;
  }

  static String of(List<Selection> selections, Choice choice) {
    var listing = new TestListing(choice);
    selections.forEach(one -> listing.add(one.workspace()));
    var tests = listing.runs == 1 ? "1 test" : listing.runs + " tests";
    var places = listing.files == 1 ? "1 file" : listing.files + " files";
    return listing.out.append("\n%s in %s\n".formatted(tests, places)).toString();
  }

  /** A file, and what is known of it. */
  private record Line(String file, String rest) {}

  private void add(Workspace workspace) {
    var lines = new ArrayList<Line>();
    for (var file : workspace.files().conversationFiles()) {
      if (choice.has(file)) {
        files++;
        lines.add(
            new Line(
                Places.shown(file).toString(),
                workspace
                    .conversation(file)
                    .map(one -> about(one, workspace))
                    .orElse("cannot be read")));
      }
    }
    var width = lines.stream().mapToInt(one -> Columns.width(one.file())).max().orElse(0);
    lines.forEach(
        one -> out.append(Columns.left(one.file(), width + GAP)).append(one.rest()).append("\n"));
  }

  private String about(Conversation one, Workspace workspace) {
    var parts = new ArrayList<String>();
    parts.add(one.name());
    var rows = one.data().map(data -> rows(one.file(), data, workspace)).orElse(1);
    runs += rows;
    if (one.data().isPresent()) {
      parts.add(rows == 1 ? "1 row" : rows + " rows");
    }
    if (!one.tags().isEmpty()) {
      parts.add(String.join(", ", one.tags()));
    }
    var before = workspace.surrounding().before(one.file());
    if (!before.isEmpty()) {
      parts.add("goes on from " + before.getLast().getFileName());
    }
    return String.join(" · ", parts);
  }

  private int rows(Path file, DataSource data, Workspace workspace) {
    return DataFile.read(data, workspace.access()) instanceof DataFile.Outcome.Read(var table)
        ? (int)
            IntStream.rangeClosed(1, table.rows().size())
                .filter(number -> choice.hasRow(file, number))
                .count()
        : 0;
  }
}
