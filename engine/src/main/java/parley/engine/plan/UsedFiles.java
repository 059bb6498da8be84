package parley.engine.plan;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.model.collection.Conversation;
import parley.model.collection.Source;
import parley.model.collection.Step;

/** Finds the conversations whose steps are brought in by {@code use}, and theirs. */
final class UsedFiles {

  private final FileAccess files;
  private final Compiling compiling;
  private final Map<Source, Conversation> found = new LinkedHashMap<>();
  private final Deque<Path> open = new ArrayDeque<>();

  UsedFiles(FileAccess files, Compiling compiling) {
    this.files = files;
    this.compiling = compiling;
  }

  Map<Source, Conversation> of(Path file, List<Step> steps) {
    open.push(normal(file));
    find(steps);
    return found;
  }

  private static Path normal(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private void find(List<Step> steps) {
    StepWalk.all(steps)
        .filter(Step.Use.class::isInstance)
        .map(Step.Use.class::cast)
        .forEach(use -> find(use.file()));
  }

  private void find(Source path) {
    if (path.hasTemplate()) {
      compiling.problem(
          path.at(),
          "a template in the path of `use`",
          "the path of a conversation",
          "name the file");
      return;
    }
    switch (files.use(path)) {
      case FileAccess.Used.Unusable(var why) ->
          compiling.problem(path.at(), why, "a conversation whose steps can be used");
      case FileAccess.Used.Steps(var conversation) -> enter(path, conversation);
    }
  }

  private void enter(Source path, Conversation conversation) {
    var file = normal(conversation.file());
    if (open.contains(file)) {
      compiling.problem(
          path.at(),
          "a file that uses itself in the end",
          "files that do not use each other in a circle",
          "take one `use` out");
      return;
    }
    found.put(path, conversation);
    open.push(file);
    find(conversation.steps());
    open.pop();
  }
}
