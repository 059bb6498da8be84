package parley.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Conversation;
import parley.model.collection.DataSource;
import parley.model.outcome.Repetition;
import parley.report.Columns;
import parley.workspace.Places;
import parley.workspace.ProblemList;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.data.DataFile;
import parley.workspace.test.Batch;
import parley.workspace.test.Choice;

/** What {@code --list} shows: the tests that would be run, a line for each file. Blocks. */
final class TestListing {

  private static final int GAP = 2;

  private final Choice choice;
  private final @Nullable Repetition shuffledOrNull;
  private final StringBuilder out = new StringBuilder();
  private final List<ProblemList> problems = new ArrayList<>();
  private int files;
  private int runs;

  private TestListing(Choice choice, @Nullable Repetition shuffledOrNull) {
    this.choice = choice;
    this.shuffledOrNull = shuffledOrNull;
  }

  /** In the order of a run, by chance where that is wanted. */
  static TestListing of(
      List<Selection> selections, Choice choice, @Nullable Repetition shuffledOrNull) {
    var listing = new TestListing(choice, shuffledOrNull);
    selections.forEach(one -> listing.add(one.workspace()));
    return listing;
  }

  String toText() {
    var tests = runs == 1 ? "1 test" : runs + " tests";
    var places = files == 1 ? "1 file" : files + " files";
    var order =
        shuffledOrNull == null
            ? ""
            : "--shuffle --seed %d repeats this order\n".formatted(shuffledOrNull.seed());
    return out + "\n%s in %s\n%s".formatted(tests, places, order);
  }

  /** What keeps files from being run, as far as they say it by themselves. */
  List<ProblemList> problems() {
    return problems;
  }

  /** A file, and what is known of it. */
  private record Line(String file, String rest) {}

  private void add(Workspace workspace) {
    var lines = new ArrayList<Line>();
    for (var file : ordered(workspace)) {
      files++;
      var conversation = workspace.conversation(file).filter(_ -> !workspace.hasErrors(file));
      if (conversation.isEmpty()) {
        problems.add(workspace.prepare(file, workspace.given(Map.of())).problems());
      }
      lines.add(
          new Line(
              Places.shown(file).toString(),
              conversation.map(one -> about(one, workspace)).orElse("has problems, see below")));
    }
    var width = lines.stream().mapToInt(one -> Columns.width(one.file())).max().orElse(0);
    lines.forEach(
        one -> out.append(Columns.left(one.file(), width + GAP)).append(one.rest()).append("\n"));
  }

  /** Each as soon as those are done that it goes on from. */
  private List<Path> ordered(Workspace workspace) {
    var chosen = workspace.files().conversationFiles().stream().filter(choice::has).toList();
    var waiting =
        new ArrayList<>(
            shuffledOrNull == null ? chosen : Batch.shuffled(chosen, shuffledOrNull.seed()));
    var all = new ArrayList<Path>();
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(file ->
                  workspace.surrounding().before(file).stream().noneMatch(waiting::contains))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      all.add(next);
    }
    return all;
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
    return switch (DataFile.read(data, workspace.access())) {
      case DataFile.Outcome.Read(var table) ->
          (int)
              IntStream.rangeClosed(1, table.rows().size())
                  .filter(number -> choice.hasRow(file, number))
                  .count();
      case DataFile.Outcome.Wrong(var found) -> {
        var all = found.stream().map(ProblemList::of).toList();
        problems.add(new ProblemList(all, workspace.files()));
        yield 0;
      }
    };
  }
}
