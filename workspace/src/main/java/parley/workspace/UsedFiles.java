package parley.workspace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.collection.Confinement;
import parley.model.collection.Code;
import parley.model.collection.Conversation;
import parley.model.collection.Rule;
import parley.model.collection.Step;
import parley.model.collection.Timer;

/** The files whose steps a conversation uses, itself and those of those files included. */
final class UsedFiles {

  private final Workspace workspace;
  private final Set<Path> found = new HashSet<>();

  private UsedFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  static Set<Path> of(Path conversation, Workspace workspace) {
    var used = new UsedFiles(workspace);
    used.add(conversation);
    return used.found;
  }

  private void add(Path file) {
    if (found.add(file)) {
      workspace.conversation(file).stream().flatMap(UsedFiles::steps).forEach(this::add);
    }
  }

  /** The scripts that a conversation would do, those of the steps that it uses included. */
  static Stream<Code> scripts(Conversation one, Workspace workspace) {
    var used = new UsedFiles(workspace);
    steps(one).forEach(used::add);
    used.found.remove(one.file());
    var others = used.found.stream().flatMap(file -> workspace.conversation(file).stream());
    return Stream.concat(
        one.scripts().all(),
        Stream.concat(Stream.of(one), others)
            .flatMap(UsedFiles::steps)
            .flatMap(UsedFiles::scripts));
  }

  private static Stream<Code> scripts(Step step) {
    return Stream.concat(
        step instanceof Step.Script(var code, var _) ? Stream.of(code) : Stream.empty(),
        step.inner().stream().flatMap(List::stream).flatMap(UsedFiles::scripts));
  }

  private static Stream<Step> steps(Conversation one) {
    return Stream.of(
            Stream.of(
                one.steps(), one.onReconnect(), one.hooks().beforeEach(), one.hooks().afterEach()),
            one.onMessage().stream().map(Rule::steps),
            one.every().stream().map(Timer::steps))
        .flatMap(lists -> lists)
        .flatMap(List::stream);
  }

  private void add(Step step) {
    if (step instanceof Step.Use use
        && workspace.files().confinement().resolve(use.file())
            instanceof Confinement.Resolution.Inside(var file)) {
      add(file);
    }
    step.inner().stream().flatMap(List::stream).forEach(this::add);
  }
}
