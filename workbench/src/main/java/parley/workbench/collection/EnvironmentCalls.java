package parley.workbench.collection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.files.problem.Nearest;
import parley.model.collection.Environment;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.call.With;
import parley.workspace.Lookup;
import parley.workspace.Workspace;

/** The calls {@code environment.*} and {@code mock.*}, and the event {@code environments}. */
public final class EnvironmentCalls {

  private final OpenFolder folder;

  public EnvironmentCalls(OpenFolder folder) {
    this.folder = folder;
  }

  /** Adds the calls; tells pages from now on. */
  public void addTo(Calls calls, Pages pages) {
    calls
        .add("environment.list", (_, _) -> Answer.of(told()))
        .add("environment.choose", (with, _) -> choose(with))
        .add("environment.open", (with, _) -> open(with))
        .add("mock.start", (with, _) -> mock(with, folder.mocks()::start))
        .add("mock.stop", (with, _) -> mock(with, folder.mocks()::stop));
    folder.whenChanged(_ -> pages.tellLatest("environments", "", told()));
    folder.mocks().whenChanged(() -> pages.tellLatest("environments", "", told()));
  }

  private Value told() {
    return Json.object().put("all", all()).put("mocks", mocks()).value();
  }

  /** All mocks, also those that no environment names. */
  public Value mocks() {
    var files =
        folder.workspaces().stream()
            .flatMap(workspace -> workspace.files().mockFiles().stream())
            .distinct()
            .toList();
    return Json.list(files, file -> state(file, folder.mocks().state(file)));
  }

  /** All environments of all collections. */
  public Value all() {
    return Json.list(
        folder.workspaces().stream().flatMap(workspace -> infos(workspace).stream()).toList(),
        one -> one);
  }

  private List<Value> infos(Workspace workspace) {
    return workspace.files().collection().environments().stream()
        .map(one -> info(one, workspace))
        .toList();
  }

  private Value info(Environment one, Workspace workspace) {
    var chosen = workspace.environment().filter(one::equals).isPresent();
    var info =
        Json.object()
            .put("name", one.name())
            .put("path", folder.key(one.file()))
            .put("collection", folder.key(workspace.root()))
            .put("chosen", chosen);
    one.mock()
        .ifPresent(source ->
            info.put(
                "mock",
                workspace
                    .in(one)
                    .mock()
                    .map(mock -> state(mock.file(), folder.mocks().state(mock.file())))
                    .orElseGet(() -> unreadable(source.text()))));
    return info.value();
  }

  private static Value unreadable(String path) {
    return Json.object()
        .put("path", path)
        .put("state", "failed")
        .put("text", "The mock " + path + " is not there, or has problems.")
        .put("connections", 0)
        .value();
  }

  private Value state(Path mock, FolderMocks.State state) {
    var told = Json.object().put("path", folder.key(mock));
    return switch (state) {
      case FolderMocks.State.Stopped _ ->
          told.put("state", "stopped").put("connections", 0).value();
      case FolderMocks.State.Running(var url, var connections, var trouble) ->
          told.put("state", "running")
              .put("url", url)
              .putText("text", Optional.of(trouble).filter(text -> !text.isEmpty()))
              .put("connections", connections)
              .value();
      case FolderMocks.State.Failed(var why) ->
          told.put("state", "failed").put("text", why).put("connections", 0).value();
    };
  }

  private interface Doing {
    FolderMocks.State with(Path mock);
  }

  private Answer mock(With with, Doing doing) {
    var key = with.text("path");
    return switch (folder.place(key)) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) ->
          folder.workspace(path).files().mockFiles().contains(path)
              ? Answer.of(Json.object().put("mock", state(path, doing.with(path))))
              : Answer.refuse(Code.MISSING, "There is no mock " + key + ".");
    };
  }

  private Answer choose(With with) {
    var name = with.textIfAny("name");
    return switch (CollectionKey.of(with, folder)) {
      case CollectionKey.Missing(var answer) -> answer;
      case CollectionKey.Found(var workspace) ->
          name.map(workspace::in).orElseGet(() -> Lookup.found(workspace))
                  instanceof Lookup.Failed<Workspace>
              ? noEnvironment(name.orElse(""), workspace)
              : choose(workspace, name);
    };
  }

  static Answer noEnvironment(String name, Workspace workspace) {
    var names =
        workspace.files().collection().environments().stream().map(Environment::name).toList();
    return Answer.refuse(
        Code.MISSING,
        "There is no environment " + name + ".",
        Nearest.to(name, names)
            .map(near -> "Did you mean " + near + "?")
            .orElse(
                "There " + (names.isEmpty() ? "is none." : "are: " + String.join(", ", names))));
  }

  private Answer choose(Workspace workspace, Optional<String> name) {
    try {
      folder.choose(workspace.root(), name);
      return Answer.of(told());
    } catch (IOException full) {
      return FileTrouble.answer("The environment is chosen but cannot be remembered", full);
    }
  }

  private Answer open(With with) {
    var name = with.textIfAny("name");
    return switch (CollectionKey.of(with, folder)) {
      case CollectionKey.Missing(var answer) -> answer;
      case CollectionKey.Found(var workspace) ->
          name.isEmpty()
              ? Answer.of(EnvironmentSheet.ofCollection(workspace, folder))
              : switch (workspace.in(name.get())) {
                case Lookup.Failed<Workspace> _ -> noEnvironment(name.get(), workspace);
                case Lookup.Found<Workspace>(var there) ->
                    Answer.of(EnvironmentSheet.of(there, folder));
              };
    };
  }
}
