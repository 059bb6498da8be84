package parley.workbench.collection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.files.collection.DotEnvText;
import parley.model.collection.Secret;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workspace.DotFiles;
import parley.workspace.Lookup;
import parley.workspace.Workspace;

/** The calls {@code secret.*}: lines of {@code .env} and {@code .env.NAME}. */
public final class SecretCalls {

  private final OpenFolder folder;

  public SecretCalls(OpenFolder folder) {
    this.folder = folder;
  }

  /** Adds them. */
  public void addTo(Calls calls) {
    calls
        .add("secret.put", (with, _) -> in(with, this::put))
        .add("secret.remove", (with, _) -> in(with, this::remove))
        .add("secret.reveal", (with, _) -> in(with, SecretCalls::reveal));
  }

  /** The secrets that a call is about. */
  private record Secrets(Workspace workspace, Path file, List<Secret> all) {}

  private interface Doing {
    Answer with(With with, Secrets secrets);
  }

  private Answer in(With with, Doing doing) {
    return switch (CollectionKey.of(with, folder)) {
      case CollectionKey.Missing(var answer) -> answer;
      case CollectionKey.Found(var workspace) -> in(with, workspace, doing);
    };
  }

  private static Answer in(With with, Workspace workspace, Doing doing) {
    var files = workspace.files();
    var name = with.textIfAny("environment");
    if (name.isEmpty()) {
      var file = workspace.root().resolve(".env");
      return doing.with(with, new Secrets(workspace, file, files.secrets()));
    }
    return switch (workspace.in(name.get())) {
      case Lookup.Failed<Workspace> _ -> EnvironmentCalls.noEnvironment(name.get(), workspace);
      case Lookup.Found<Workspace>(var there) -> {
        var environment = there.environment().orElseThrow();
        var all = files.secrets(environment);
        yield doing.with(with, new Secrets(there, files.secretsFile(environment), all));
      }
    };
  }

  private Answer put(With with, Secrets secrets) {
    var name = with.text("name");
    var gone = folder.gone(secrets.file());
    if (gone.isPresent()) {
      return gone.get();
    }
    if (!DotEnvText.isName(name)) {
      return Answer.refuse(
          Code.INVALID,
          "'" + name + "' is no name for a secret.",
          "Take letters, digits and _, such as API_TOKEN.");
    }
    try {
      new DotFiles(secrets.workspace().root()).put(secrets.file(), name, with.text("value"));
    } catch (IOException trouble) {
      return FileTrouble.answer(cannot(secrets), trouble);
    }
    folder.refresh();
    return Answer.DONE;
  }

  private static String cannot(Secrets secrets) {
    return "'" + secrets.file().getFileName() + "' cannot be written";
  }

  private Answer remove(With with, Secrets secrets) {
    var name = with.text("name");
    if (find(name, secrets).filter(one -> one.at().file().equals(secrets.file())).isEmpty()) {
      return missing(name, secrets);
    }
    try {
      new DotFiles(secrets.workspace().root()).remove(secrets.file(), name);
    } catch (IOException trouble) {
      return FileTrouble.answer(cannot(secrets), trouble);
    }
    folder.refresh();
    return Answer.DONE;
  }

  private static Answer reveal(With with, Secrets secrets) {
    var name = with.text("name");
    return find(name, secrets)
        .map(one -> Answer.of(Json.object().put("value", one.value())))
        .orElseGet(() -> missing(name, secrets));
  }

  private static Optional<Secret> find(String name, Secrets secrets) {
    return secrets.all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static Answer missing(String name, Secrets secrets) {
    return Answer.refuse(
        Code.MISSING, "There is no secret " + name + " in " + secrets.file().getFileName() + ".");
  }
}
