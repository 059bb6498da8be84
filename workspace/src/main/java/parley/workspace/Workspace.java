package parley.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Given;
import parley.engine.plan.Planner;
import parley.engine.plan.Planning;
import parley.engine.session.ScriptRunner;
import parley.files.collection.CollectionFiles;
import parley.files.collection.Confinement;
import parley.files.collection.Explanation;
import parley.files.collection.FolderHook;
import parley.files.problem.Nearest;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.collection.Secret;
import parley.model.snapshot.Snapshot;
import parley.model.value.Value;
import parley.transport.connection.Surroundings;

/**
 * A collection as it stood on disk when it was opened, in one of its environments or in none, and
 * all that is needed to run its files. Any thread may use it.
 */
public final class Workspace {

  private final CollectionFiles files;
  private final Map<String, String> process;
  private final @Nullable Environment environment;
  private final ScriptRunner scripts;
  private final Surrounding surrounding;
  private volatile @Nullable Set<String> secretValues; // found when they are asked for

  private Workspace(
      CollectionFiles files,
      Map<String, String> process,
      @Nullable Environment environment,
      ScriptRunner scripts) {
    this.files = files;
    this.process = process;
    this.environment = environment;
    this.scripts = scripts;
    surrounding = new Surrounding(this);
  }

  /**
   * The collection that a file or folder belongs to, without an environment. Blocks.
   *
   * @param process the variables of the process, for {@code {{env.NAME}}}
   */
  public static Lookup<Workspace> open(Path fileOrFolder, Map<String, String> process) {
    return read(fileOrFolder, process, CollectionFiles::around);
  }

  /** A file as a collection of its own, which inherits nothing from beside or above it. Blocks. */
  public static Lookup<Workspace> alone(Path file, Map<String, String> process) {
    return read(file, process, CollectionFiles::alone);
  }

  private interface Reader {
    CollectionFiles read(Path path) throws IOException;
  }

  private static Lookup<Workspace> read(
      Path fileOrFolder, Map<String, String> process, Reader reader) {
    var path = fileOrFolder.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      return MissingFile.of(fileOrFolder);
    }
    try {
      return Lookup.found(ready(reader.read(path), Map.copyOf(process)));
    } catch (IOException e) {
      return Lookup.failed(
          "the folder of '" + fileOrFolder + "' cannot be read: " + e.getMessage(),
          "a folder that you may read");
    }
  }

  /**
   * The same collection as it stands on disk now, without an environment; files that have not
   * changed are not read again. Nothing when its folder cannot be read. Blocks.
   *
   * @param changed files that came, went, or hold other bytes
   */
  public Optional<Workspace> again(Set<Path> changed) {
    try {
      return Optional.of(ready(files.again(changed), process));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** With all secrets read: their problems count, too, and then any thread may use the files. */
  private static Workspace ready(CollectionFiles files, Map<String, String> process) {
    files.secrets();
    files.collection().environments().forEach(files::secrets);
    return new Workspace(files, process, null, ScriptRunner.NONE);
  }

  /** The same collection in the environment of that name, that of the file without its ending. */
  public Lookup<Workspace> in(String name) {
    var all = files.collection().environments();
    for (var one : all) {
      if (one.name().equals(name)) {
        return Lookup.found(in(one));
      }
    }
    var names = all.stream().map(Environment::name).toList();
    return new Lookup.Failed<>(
        new Refusal(
            "there is no environment '" + name + "' in " + Places.shown(root()),
            names.isEmpty()
                ? "a file environments/" + name + ".yaml: the collection has no environments"
                : "one of: " + String.join(", ", names),
            Nearest.to(name, names).map(near -> "Did you mean " + near + "?").orElse(null)));
  }

  /** The same collection in one of its environments. */
  public Workspace in(Environment one) {
    return new Workspace(files, process, one, scripts);
  }

  /** In the only environment there is, or of several in {@code local}; else as it is. */
  public Workspace inUsualEnvironment() {
    var all = files.collection().environments();
    return all.size() == 1
        ? in(all.getFirst())
        : all.stream()
            .filter(one -> one.name().equals("local"))
            .findFirst()
            .map(this::in)
            .orElse(this);
  }

  /**
   * The same collection as it would be if a file held another text; nothing is written.
   *
   * @throws IOException when a link on the way to the file cannot be followed
   */
  public Workspace with(Path file, String text) throws IOException {
    return new Workspace(files.with(file, text), process, environment, ScriptRunner.NONE);
  }

  /** The same, with its scripts done by {@code runner}: somebody has allowed them. */
  public Workspace allowing(ScriptRunner runner) {
    return new Workspace(files, process, environment, runner);
  }

  /** Who does scripts; {@link ScriptRunner#NONE} where nobody has allowed them. */
  public ScriptRunner scripts() {
    return scripts;
  }

  /** The environment. */
  public Optional<Environment> environment() {
    return Optional.ofNullable(environment);
  }

  /** The collection's folder, absolute. */
  public Path root() {
    return files.confinement().root();
  }

  /** What was read. */
  public CollectionFiles files() {
    return files;
  }

  /** The collection's files for the engine, none outside of it. */
  public FileAccess access() {
    return new CollectionAccess(files.confinement(), this::conversation);
  }

  /** The file itself, or all conversations below the folder, in the order of their names. */
  public Lookup<List<Path>> conversations(Path fileOrFolder) {
    var path = fileOrFolder.toAbsolutePath().normalize();
    var all = files.conversationFiles().stream().filter(one -> one.startsWith(path)).toList();
    if (!all.isEmpty()) {
      return Lookup.found(all);
    }
    return Files.isDirectory(path)
        ? Lookup.failed(
            "there is no conversation in '" + fileOrFolder + "'",
            "a folder with files whose names end in .ws.yaml")
        : Lookup.failed(
            "'" + fileOrFolder + "' is no conversation", "a file whose name ends in .ws.yaml");
  }

  /** A conversation as it is in the environment; nothing when its file could not be read. */
  public Optional<Conversation> conversation(Path file) {
    return environment == null ? files.conversation(file) : files.conversation(file, environment);
  }

  /** The mock in a file; nothing when it could not be read. */
  public Optional<Mock> mock(Path file) {
    var path = file.toAbsolutePath().normalize();
    return files.collection().mocks().stream().filter(one -> one.file().equals(path)).findFirst();
  }

  /** The mock that the environment wants to be started first. */
  public Optional<Mock> mock() {
    return environment()
        .flatMap(Environment::mock)
        .flatMap(path -> inside(files.confinement().resolve(path)))
        .flatMap(this::mock);
  }

  private static Optional<Path> inside(Confinement.Resolution resolution) {
    return switch (resolution) {
      case Confinement.Resolution.Inside(var file) -> Optional.of(file);
      case Confinement.Resolution.Refused _ -> Optional.empty();
    };
  }

  /**
   * What the environment's {@code mock:} makes of a mock that listens: the variable {@code mock}.
   */
  public static Value mockVariable(boolean secure, String host, int port) {
    var name = host.contains(":") ? "[" + host + "]" : host;
    var fields = new LinkedHashMap<String, Value>();
    fields.put("url", Value.of((secure ? "wss://" : "ws://") + name + ":" + port));
    fields.put("host", Value.of(host));
    fields.put("port", Value.of(port));
    return Value.of(fields);
  }

  /** What comes from outside of the files: {@code .env}, the process's variables, and these. */
  public Given given(Map<String, Value> variables) {
    var secrets = new LinkedHashMap<String, String>();
    secrets().forEach(one -> secrets.put(one.name(), one.value()));
    return new Given(secrets, process, variables, List.of());
  }

  private List<Secret> secrets() {
    return environment == null ? files.secrets() : files.secrets(environment);
  }

  /** What connections heed of the process's variables; nobody is asked anything. */
  public Surroundings surroundings() {
    return Surroundings.of(process);
  }

  /** The names of the process's variables, those of {@code {{env.NAME}}}. */
  public Set<String> processNames() {
    return process.keySet();
  }

  /** The texts that nothing may print. */
  public Set<String> secretValues() {
    var known = secretValues;
    if (known == null) {
      var lines = files.allFiles().stream().flatMap(one -> files.lines(one).stream()).toList();
      known = SecretValues.of(secrets(), process, lines);
      secretValues = known;
    }
    return known;
  }

  /**
   * The same for a conversation: with what comes to its {@code auth} from outside of the files.
   *
   * @param variables over those of the files
   */
  public Set<String> secretValues(Conversation conversation, Map<String, Value> variables) {
    var all = new HashSet<>(secretValues());
    all.addAll(AuthSecrets.of(conversation, variables, process));
    return all;
  }

  /**
   * What holds for a conversation, and where it comes from; secrets are hidden.
   *
   * @param variables of {@code --var}, which win
   */
  public List<Explanation> explain(Path file, Map<String, Value> variables) {
    var lines = environment == null ? files.explain(file) : files.explain(file, environment);
    return ArgumentLines.over(lines, variables);
  }

  /** Whether a file has errors by itself. */
  public boolean hasErrors(Path file) {
    return files.problems().stream()
        .anyMatch(one -> one.severity() == Severity.ERROR && one.at().file().equals(file));
  }

  /** All problems that files have by themselves, before anything is planned. */
  public ProblemList problems() {
    return new ProblemList(files.problems(), files);
  }

  /**
   * The plan of a conversation. Problems of other conversations and of mocks do not count, but for
   * those of files that it uses.
   */
  public Preparation prepare(Path file, Given given) {
    var path = file.toAbsolutePath().normalize();
    var own = new ProblemList(problemsFor(path), files).with(SnapshotProblems.of(path, files));
    var conversation = conversation(path);
    if (own.hasErrors() || conversation.isEmpty()) {
      return new Preparation.Wrong(own);
    }
    return planned(
        conversation.get(),
        given.bringing(surrounding.prepared(path), surrounding.handed(path)),
        own);
  }

  /** The plan of what a folder wants done once around its tests; nothing where it says nothing. */
  public Optional<Preparation> prepare(Path layer, FolderHook hook, Given given) {
    var own = new ProblemList(problemsFor(layer), files);
    return surrounding
        .hook(layer, hook)
        .map(one ->
            own.hasErrors()
                ? new Preparation.Wrong(own)
                : planned(
                    one, given.bringing(surrounding.preparedFor(layer, hook), Set.of()), own));
  }

  private Preparation planned(Conversation conversation, Given given, ProblemList own) {
    return switch (new Planner(access()).conversation(conversation, given)) {
      case Planning.Planned(var plan) -> new Preparation.Ready(conversation, plan, own.warnings());
      case Planning.Wrong(var problems) ->
          new Preparation.Wrong(own.with(problems.stream().map(ProblemList::of).toList()));
    };
  }

  /** What stands around the conversations. */
  public Surrounding surrounding() {
    return surrounding;
  }

  /** The problems of a mock's file and of those that hold for the collection. */
  public ProblemList problemsOfMock(Path mock) {
    return new ProblemList(problemsFor(mock.toAbsolutePath().normalize()), files);
  }

  private List<Problem> problemsFor(Path file) {
    var all = files.problems();
    if (all.isEmpty()) {
      return all;
    }
    var others = new HashSet<>(files.conversationFiles());
    others.addAll(files.mockFiles());
    others.addAll(files.snapshotFiles());
    others.remove(Snapshot.of(file));
    others.removeAll(UsedFiles.of(file, this));
    return all.stream().filter(one -> !others.contains(one.at().file())).toList();
  }
}
