package parley.files.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.files.format.FileKind;
import parley.files.format.Format;
import parley.files.format.Layer;
import parley.files.problem.Problem;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.shape.Reading.Scope;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.model.collection.Code;
import parley.model.collection.Collection;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.collection.Position;
import parley.model.collection.Secret;
import parley.model.collection.Source;
import parley.model.collection.Suite;
import parley.model.snapshot.Snapshot;

/**
 * A collection as it stands on disk at one moment, with the problems of all its files. For one
 * thread until all secrets have been asked for, and for any after that; what it gives out is
 * immutable.
 */
public final class CollectionFiles {

  private final CollectionWalk walk;
  private final Confinement confinement;
  private final Problems problems = new Problems();
  private final Map<Path, LoadedFile> loaded = new LinkedHashMap<>();
  private final FileTexts texts;
  private final Map<String, Environment> environments = new LinkedHashMap<>();
  private final Map<Path, Layer> layers = new LinkedHashMap<>();
  private final Map<Path, Conversation> conversations = new LinkedHashMap<>();
  private final Map<Place, Conversation> inEnvironments = new ConcurrentHashMap<>();
  private final List<Mock> mocks = new ArrayList<>();
  private final Map<Path, Snapshot> snapshots = new LinkedHashMap<>();
  private final List<Source> paths = new ArrayList<>();
  private final List<Code> scripts = new ArrayList<>();
  private List<List<Path>> chains = List.of();
  private @Nullable Collection collection;
  private final SecretFiles secrets = new SecretFiles(problems);

  private CollectionFiles(CollectionWalk walk, Confinement confinement, FileTexts texts) {
    this.walk = walk;
    this.confinement = confinement;
    this.texts = texts;
  }

  /**
   * Reads all files of the collection in {@code root}. Files that cannot be read are problems, too.
   *
   * @throws IOException when the folder itself cannot be listed
   */
  public static CollectionFiles read(Path root) throws IOException {
    return read(root, Confinement.of(root));
  }

  /** Reads with further folders allowed. */
  public static CollectionFiles read(Path root, Confinement confinement) throws IOException {
    return read(CollectionWalk.of(root, confinement), confinement);
  }

  /**
   * Reads the collection that a file or folder belongs to. Of a file without a collection, only its
   * neighbours in the folder and their environments are read, not all that is below.
   *
   * @throws IOException when the folder itself cannot be listed
   */
  public static CollectionFiles around(Path fileOrFolder) throws IOException {
    var root = rootOf(fileOrFolder);
    var confinement = Confinement.of(root);
    return Files.isDirectory(fileOrFolder) || Files.exists(root.resolve("parley.yaml"))
        ? read(root, confinement)
        : read(CollectionWalk.near(root, confinement), confinement);
  }

  /**
   * Reads a file by itself: it inherits nothing, whatever stands beside or above it.
   *
   * @throws IOException when a link on the way to the file cannot be followed
   */
  public static CollectionFiles alone(Path file) throws IOException {
    var folder = file.toAbsolutePath().resolveSibling("");
    var confinement = Confinement.of(folder);
    return read(CollectionWalk.only(file, folder, confinement), confinement);
  }

  private static CollectionFiles read(CollectionWalk walk, Confinement confinement) {
    return read(walk, confinement, new FileTexts());
  }

  private static CollectionFiles read(
      CollectionWalk walk, Confinement confinement, FileTexts texts) {
    var files = new CollectionFiles(walk, confinement, texts);
    files.readAll();
    return files;
  }

  /**
   * The collection as it would be if a file held another text; the others are as they were read.
   * Nothing is written. The file need not be on disk.
   *
   * @throws IOException when a link on the way to the file cannot be followed
   */
  public CollectionFiles with(Path file, String text) throws IOException {
    var known = known(file);
    return read(
        known.isPresent() ? walk : walk.with(file),
        confinement,
        texts.with(known.orElse(file), text));
  }

  /**
   * The collection as it stands on disk now. Files that have not changed are not read again, so
   * that this takes far less time than reading all.
   *
   * @param changed files that came, went, or hold other bytes
   * @throws IOException when the folder itself cannot be listed
   */
  public CollectionFiles again(Set<Path> changed) throws IOException {
    return read(CollectionWalk.of(walk.root(), confinement), confinement, texts.without(changed));
  }

  /** As the file is called here. */
  private Optional<Path> known(Path file) {
    var wanted = file.toAbsolutePath().normalize();
    return allFiles().stream()
        .filter(one -> one.toAbsolutePath().normalize().equals(wanted))
        .findFirst();
  }

  /**
   * The folder of the collection that a file belongs to: the nearest with a {@code parley.yaml}, or
   * else its own.
   */
  public static Path rootOf(Path file) {
    var own = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
    for (var folder = own; folder != null; folder = folder.toAbsolutePath().getParent()) {
      if (Files.exists(folder.resolve("parley.yaml"))) {
        return folder;
      }
    }
    return own == null ? file : own;
  }

  private void readAll() {
    walk.tell(problems);
    walk.layers()
        .forEach(file ->
            read(file, Format.LAYER, Scope.COLLECTION).ifPresent(layer -> layers.put(file, layer)));
    walk.environments()
        .forEach(file ->
            read(file, Format.ENVIRONMENT, Scope.COLLECTION)
                .ifPresent(one -> environments.put(one.name(), one)));
    walk.mocks().forEach(file -> read(file, Format.MOCK, Scope.MOCK).ifPresent(mocks::add));
    walk.snapshots().forEach(this::readSnapshot);
    walk.conversations().forEach(file -> read(file, Format.CONVERSATION, Scope.CONVERSATION));
    walk.conversations()
        .forEach(
            file -> conversation(file, List.of()).ifPresent(one -> conversations.put(file, one)));
    conversations.values().forEach(one -> References.check(one, problems));
    for (var layer : layers.keySet()) {
      Stream.of(FolderHook.values())
          .flatMap(one -> hook(layer, one, List.of()).stream())
          .forEach(one -> References.check(one, problems));
    }
    chains = new SuiteOrder(confinement, walk.conversations(), problems).ofAll(suites());
    var used = new PathCheck(confinement, problems).check(paths);
    conversations.values().stream()
        .filter(one -> !used.contains(one.file().toAbsolutePath().normalize()))
        .forEach(this::checkUrl);
    collection = gathered();
  }

  private void readSnapshot(Path file) {
    read(file, Format.SNAPSHOT, Scope.COLLECTION).ifPresent(one -> snapshots.put(file, one));
    var conversation = Snapshot.conversationOf(file);
    if (!walk.conversations().contains(conversation)) {
      problems.warn(
          new Position(file, 1, 1),
          "the snapshot of a conversation that is not there",
          "`" + conversation.getFileName() + "` beside it",
          "rename it as the conversation was, or remove it");
    }
  }

  private <T> Optional<T> read(Path file, Shape<T> shape, Scope scope) {
    return load(file)
        .flatMap(one -> {
          var reading = Reading.of(one.document().source(), scope, problems);
          var value = one.read(shape, reading);
          paths.addAll(reading.paths());
          scripts.addAll(reading.scripts());
          return value;
        });
  }

  private Optional<LoadedFile> load(Path file) {
    var read = texts.of(file);
    problems.addAll(read.problems());
    var one = read.document().map(document -> new LoadedFile(file, document));
    one.ifPresent(value -> loaded.put(file, value));
    return one;
  }

  private void checkUrl(Conversation conversation) {
    var missing =
        conversation.main().url().isEmpty()
            && environments.values().stream()
                .noneMatch(one -> environmentMap(one).flatMap(map -> map.find("url")).isPresent());
    if (missing) {
      problems.add(
          new Position(conversation.file(), 1, 1),
          "a conversation without `url`",
          "a URL here, in a folder above or in an environment",
          "add `url: wss://...`");
    }
  }

  /** The problems of all files, by file and place. */
  public List<Problem> problems() {
    return problems.sorted();
  }

  /** The conversations' files in the order of their names, those that cannot be read included. */
  public List<Path> conversationFiles() {
    return List.copyOf(walk.conversations());
  }

  /** The mocks' files in the order of their names, those that cannot be read included. */
  public List<Path> mockFiles() {
    return List.copyOf(walk.mocks());
  }

  /** The snapshots' files in the order of their names, those that cannot be read included. */
  public List<Path> snapshotFiles() {
    return List.copyOf(walk.snapshots());
  }

  /** What a conversation received when it was recorded, if it was. */
  public Optional<Snapshot> snapshot(Path conversation) {
    return Optional.ofNullable(snapshots.get(Snapshot.of(conversation)));
  }

  /** The files of YAML that belong to the collection. */
  public List<Path> allFiles() {
    return Stream.of(
            walk.layers(),
            walk.environments(),
            walk.mocks(),
            walk.conversations(),
            walk.snapshots())
        .flatMap(java.util.Collection::stream)
        .sorted()
        .toList();
  }

  /** Folders in it that have a {@code parley.yaml} and so are collections of their own. */
  public List<Path> otherCollections() {
    return List.copyOf(walk.others());
  }

  /** All paths that files say, as they stand there. */
  public List<Source> paths() {
    return List.copyOf(paths);
  }

  /** All scripts that files have or name, wherever they stand. */
  public List<Code> scripts() {
    return List.copyOf(scripts);
  }

  /** What keeps paths inside of the collection. */
  public Confinement confinement() {
    return confinement;
  }

  /** The lines of a file, for printing problems; none when it could not be read. */
  public List<String> lines(Path file) {
    return texts.lines(file);
  }

  /** All that could be read; conversations are as they are without an environment. */
  public Collection collection() {
    return Objects.requireNonNull(collection, "read");
  }

  private Collection gathered() {
    var top = FolderTree.of(walk, layers, conversations.values());
    return new Collection(top, List.copyOf(environments.values()), mocks);
  }

  /** A conversation as it is in an environment; nothing when its file could not be read. */
  public Optional<Conversation> conversation(Path file, Environment environment) {
    var place = new Place(file, environment.file());
    var found =
        Optional.ofNullable(inEnvironments.get(place))
            .or(() -> conversation(file, environmentMap(environment).stream().toList()));
    found.ifPresent(one -> inEnvironments.put(place, one));
    return found;
  }

  /** A conversation as it is without an environment. */
  public Optional<Conversation> conversation(Path file) {
    return Optional.ofNullable(conversations.get(file));
  }

  /** What a conversation is depends on its file and on the environment's. */
  private record Place(Path conversation, Path environment) {}

  private Optional<Conversation> conversation(Path file, List<Node.Mapping> environment) {
    var reading = Reading.again(file, Scope.CONVERSATION);
    return effective(file, environment).flatMap(tree -> Format.EFFECTIVE.read(tree, reading));
  }

  /** The files of the folders, the collection's own included, that say something of themselves. */
  public Set<Path> layerFiles() {
    return Collections.unmodifiableSet(layers.keySet());
  }

  private Map<Path, Suite> suites() {
    Map<Path, Suite> all = new LinkedHashMap<>();
    layers.forEach((file, layer) -> layer.suite().ifPresent(suite -> all.put(file, suite)));
    return all;
  }

  /** Conversations that go on from each other, those of a suite one after the other. */
  public List<List<Path>> chains() {
    return chains;
  }

  /** What a folder wants done once around its tests, as a conversation; in no environment. */
  public Optional<Conversation> hook(Path layer, FolderHook hook) {
    return hook(layer, hook, List.of());
  }

  /** The same in an environment. */
  public Optional<Conversation> hook(Path layer, FolderHook hook, Environment environment) {
    return hook(layer, hook, environmentMap(environment).stream().toList());
  }

  private Optional<Conversation> hook(Path layer, FolderHook hook, List<Node.Mapping> environment) {
    var above = mapsAbove(layer, environment);
    return map(layer)
        .flatMap(hook::steps)
        .map(steps -> Inheritance.effective(above, steps))
        .flatMap(tree ->
            Format.EFFECTIVE.read(tree, Reading.again(hook.file(layer), Scope.CONVERSATION)))
        .map(Conversation::withoutHooks);
  }

  private List<Node.Mapping> mapsAbove(Path file, List<Node.Mapping> environment) {
    var above = walk.layersAbove(file).stream().flatMap(layer -> map(layer).stream());
    return Stream.concat(above, environment.stream()).toList();
  }

  private Optional<Node.Mapping> map(Path file) {
    return Optional.ofNullable(loaded.get(file)).flatMap(LoadedFile::map);
  }

  private Optional<Node.Mapping> environmentMap(Environment environment) {
    return map(environment.file());
  }

  private Optional<Node.Mapping> effective(Path file, List<Node.Mapping> environment) {
    var above = mapsAbove(file, environment);
    return map(file).map(own -> Inheritance.effective(above, own));
  }

  /** What a file inherits without an environment: one tree whose nodes know where they stand. */
  public Node.Mapping inherited(Path file) {
    return inherited(file, List.of());
  }

  /** What a file inherits in an environment; environments themselves inherit nothing. */
  public Node.Mapping inherited(Path file, Environment environment) {
    return inherited(file, environmentMap(environment).stream().toList());
  }

  private Node.Mapping inherited(Path file, List<Node.Mapping> environment) {
    var kind = FileKind.of(file);
    var above = new ArrayList<Node.Mapping>();
    if (kind.filter(one -> one == FileKind.ENVIRONMENT || one == FileKind.MOCK).isEmpty()) {
      walk.layersAbove(file).stream()
          .filter(layer -> !layer.equals(file))
          .flatMap(layer -> map(layer).stream())
          .forEach(above::add);
    }
    if (kind.filter(FileKind.CONVERSATION::equals).isPresent()) {
      above.addAll(environment);
    }
    return Inheritance.inherited(file, above);
  }

  /** What holds for a conversation without an environment, and where it comes from. */
  public List<Explanation> explain(Path file) {
    return explain(file, List.of(), secrets());
  }

  /** What holds for a conversation in an environment, and where it comes from. */
  public List<Explanation> explain(Path file, Environment environment) {
    return explain(file, environmentMap(environment).stream().toList(), secrets(environment));
  }

  private List<Explanation> explain(
      Path file, List<Node.Mapping> environment, List<Secret> secrets) {
    return effective(file, environment)
        .map(tree -> Explainer.explain(file, tree, secrets))
        .orElse(List.of());
  }

  /**
   * The lines of {@code .env}, read when first asked for. Its problems are added to those of the
   * collection.
   */
  public List<Secret> secrets() {
    return secrets.of(walk.root().resolve(".env"));
  }

  /** The lines of {@code .env} and of the environment's own {@code .env.NAME}, whose names win. */
  public List<Secret> secrets(Environment environment) {
    Map<String, Secret> all = new LinkedHashMap<>();
    secrets().forEach(one -> all.put(one.name(), one));
    secrets.of(secretsFile(environment)).forEach(one -> all.put(one.name(), one));
    return List.copyOf(all.values());
  }

  /** The file of the secrets that an environment has for itself, {@code .env.NAME}. */
  public Path secretsFile(Environment environment) {
    var name = String.valueOf(environment.file().getFileName()).replaceFirst("\\..*", "");
    return walk.root().resolve(".env." + name);
  }

  /** The lines of a folder's {@code .env}, when nothing else of the collection matters. */
  public static List<Secret> secretsOf(Path root) throws IOException {
    return SecretFiles.alone(root.resolve(".env"));
  }
}
