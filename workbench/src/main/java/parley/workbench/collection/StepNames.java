package parley.workbench.collection;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.collection.Confinement;
import parley.model.collection.Conversation;
import parley.model.collection.Rule;
import parley.model.collection.Step;
import parley.model.collection.Timer;
import parley.model.collection.Variable;
import parley.workspace.Workspace;

/** The names of variables that steps set or extract, those of files that they use included. */
public final class StepNames {

  private final Workspace workspace;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Path> seen = new HashSet<>();

  private StepNames(Workspace workspace) {
    this.workspace = workspace;
  }

  static Set<String> of(Conversation conversation, Workspace workspace) {
    var found = new StepNames(workspace);
    found.conversation(conversation);
    return found.names;
  }

  /** Of some steps. */
  public static Set<String> of(List<Step> steps, Workspace workspace) {
    var found = new StepNames(workspace);
    steps.forEach(found::step);
    return found.names;
  }

  private void conversation(Conversation one) {
    if (seen.add(one.file())) {
      Stream.of(
              Stream.of(one.steps(), one.onReconnect()),
              one.onMessage().stream().map(Rule::steps),
              one.every().stream().map(Timer::steps))
          .flatMap(lists -> lists)
          .flatMap(List::stream)
          .forEach(this::step);
    }
  }

  private void step(Step step) {
    step.modifiers().set().stream().map(Variable::name).forEach(names::add);
    if (step instanceof Step.Receive receive) {
      receive.extract().forEach(one -> names.add(one.name()));
    }
    if (step instanceof Step.ForEach each) {
      names.add(each.item());
    }
    if (step instanceof Step.Use use
        && workspace.files().confinement().resolve(use.file())
            instanceof Confinement.Resolution.Inside(var file)) {
      workspace.conversation(file).ifPresent(this::conversation);
    }
    step.inner().forEach(steps -> steps.forEach(this::step));
  }
}
