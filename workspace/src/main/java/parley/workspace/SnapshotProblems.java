package parley.workspace;

import java.nio.file.Path;
import java.util.List;
import parley.engine.plan.Planning;
import parley.files.collection.CollectionFiles;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.model.snapshot.Mask;
import parley.runner.snapshot.SnapshotPlan;

/** What is wrong with the snapshot of a conversation beside what its file says by itself. */
final class SnapshotProblems {

  private SnapshotProblems() {}

  static List<Problem> of(Path conversation, CollectionFiles files) {
    return files
        .snapshot(conversation)
        .map(snapshot ->
            switch (SnapshotPlan.of(snapshot)) {
              case Planning.Planned<SnapshotPlan>(var plan) ->
                  plan.unused().stream().map(SnapshotProblems::unused).toList();
              case Planning.Wrong<SnapshotPlan>(var problems) ->
                  problems.stream().map(ProblemList::of).toList();
            })
        .orElse(List.of());
  }

  private static Problem unused(Mask mask) {
    return new Problem(
        Severity.WARNING,
        mask.subject().at(),
        "the mask `" + mask.subject() + "`, for which no message has anything",
        "masks of what is there",
        "remove it");
  }
}
