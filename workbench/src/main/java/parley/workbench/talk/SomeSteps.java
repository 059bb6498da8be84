package parley.workbench.talk;

import java.util.List;
import parley.engine.plan.Planning;
import parley.engine.plan.StepPlan;
import parley.files.yaml.Pointer;
import parley.workbench.call.Answer;
import parley.workbench.collection.StepNames;
import parley.workbench.step.ChosenSteps;
import parley.workbench.step.StepTree;

/** Some steps of a file as it is now, for a session that goes by the file as it was. */
sealed interface SomeSteps {

  /** They can be done. */
  record Ready(StepTree tree, List<StepPlan> plans) implements SomeSteps {
    public Ready {
      plans = List.copyOf(plans);
    }
  }

  /** They need what the session does not have. */
  record Stale(String why) implements SomeSteps {

    Answer answer() {
      return Answer.refuse(
          Answer.Code.INVALID,
          "What is open goes on by the file as it was when it connected, and this step "
              + why
              + " in it.",
          "Disconnect first (F6), or run all steps.");
    }
  }

  /**
   * Those that stand at some places.
   *
   * @param file as it is now
   */
  static SomeSteps of(TalkFile file, Hand now, List<Pointer> places) {
    var whole = StepTree.of(file.plan(), file.path(), file.lines());
    var tree = whole.only(places);
    if (now.file().isLike(file)) {
      return new Ready(tree, places.stream().flatMap(at -> whole.plan(at).stream()).toList());
    }
    var steps = ChosenSteps.of(file.conversation().steps(), file.path(), file.lines(), places);
    var names = now.file().plan().variables().names();
    if (!names.containsAll(StepNames.of(steps, file.workspace()))) {
      return new Stale("sets a variable that is new");
    }
    return switch (now.file().plan().command(steps)) {
      case Planning.Planned<List<StepPlan>>(var plans) -> new Ready(tree, plans);
      case Planning.Wrong<List<StepPlan>>(var _) -> new Stale("needs what is new");
    };
  }
}
