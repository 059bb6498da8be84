package parley.workbench.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.files.collection.CollectionFiles;
import parley.transport.connection.Surroundings;
import parley.workbench.call.Answer;
import parley.workspace.ByHand;
import parley.workspace.Preparation;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;
import parley.workspace.script.ScriptPermission;
import parley.workspace.script.Trust;

/**
 * The folder that the workbench shows, as it stands on disk: one place for all who read it or hear
 * of its changes. Any thread may use it.
 *
 * <pre>
 *   disk --Scan (once a second, and after own writes)--> changed? --Snapshot--> listeners
 * </pre>
 */
public final class OpenFolder implements AutoCloseable {

  private final Path root;
  private final Map<String, String> process;
  private final ScratchFiles scratches;
  private final Choices choices;
  private final ScriptPermission permission;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<String, String>> movers = new CopyOnWriteArrayList<>();
  private final Object reading = new Object();
  private final FolderMocks mocks;
  private final Polling polling = new Polling(this::hasChanged, this::poll);
  private volatile Snapshot now;
  private volatile @Nullable String trouble;

  private OpenFolder(Path root, Map<String, String> process, Path state) throws IOException {
    this.root = root;
    this.process = Map.copyOf(process);
    this.scratches = new ScratchFiles(state.resolve("scratch"), process);
    this.choices = new Choices(state.resolve("environments.json"));
    this.permission = new ScriptPermission(new Trust(state.resolveSibling("trust")), false);
    var scan = Scan.of(root, Set.of());
    this.trouble = scan.complete() ? null : tooMany();
    this.now = Snapshot.read(root, scan, process, Optional.empty());
    this.mocks = new FolderMocks(this);
  }

  /** What connections heed of the process's variables. */
  public Surroundings surroundings() {
    return Surroundings.of(process);
  }

  /**
   * Opens a folder: the collection that it belongs to or, when it belongs to none, itself with all
   * collections in it. Begins to watch it and to start the mocks of the environments.
   *
   * @param process the variables of the process
   * @param state where it is remembered which environments are chosen; beside it, in {@code trust},
   *     whose scripts are allowed
   * @throws IOException when there is no such folder, or it may not be read
   */
  public static OpenFolder open(Path folder, Map<String, String> process, Path state)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    var root = CollectionFiles.rootOf(folder.toAbsolutePath().normalize());
    var open = new OpenFolder(root, process, state);
    open.mocks.startChosen();
    open.polling.start();
    return open;
  }

  /** The folder, absolute. */
  public Path root() {
    return root;
  }

  /** Where a key of the page leads. */
  public Place place(String key) {
    return scratches.file(key).<Place>map(Place.Inside::new).orElseGet(() -> Place.of(key, root));
  }

  /** Conversations without a file in it. */
  public ScratchFiles scratches() {
    return scratches;
  }

  /** The key of a file or folder in it; the opened folder's own is empty. */
  public String key(Path path) {
    var whole = path.toAbsolutePath().normalize();
    return scratches.key(whole).orElseGet(() -> relative(whole));
  }

  private String relative(Path whole) {
    var relative = root.relativize(whole);
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  /** The collection that a file belongs to, in its chosen environment. */
  public Workspace workspace(Path file) {
    return scratches
        .workspace(file)
        .orElseGet(() -> permission.grant(choices.in(collection(now.collectionOf(file)))));
  }

  private Workspace collection(Path at) {
    var known = now.collections().get(at);
    if (known == null) {
      throw new IllegalStateException("the opened folder is a collection: " + at);
    }
    return known;
  }

  /** The collection in that folder, in its chosen environment. */
  public Optional<Workspace> collectionAt(Path at) {
    return Optional.ofNullable(now.collections().get(at)).map(choices::in).map(permission::grant);
  }

  /** All collections, each in its chosen environment; outer ones first. */
  public Collection<Workspace> workspaces() {
    return now.collections().values().stream().map(choices::in).map(permission::grant).toList();
  }

  /**
   * A conversation ready to be talked by, in the chosen environment and against its mock. A mock
   * that should run and does not is a problem of the conversation. Blocks.
   */
  public ByHand prepare(Path file) {
    return prepare(file, workspace(file));
  }

  /** The same of the collection as somebody has it already. Blocks. */
  public ByHand prepare(Path file, Workspace workspace) {
    var prepared = ByHand.prepare(file, workspace, mocks.variables(workspace));
    var missing = mocks.missing(workspace);
    return missing.isEmpty()
        ? prepared
        : new ByHand(
            new Preparation.Wrong(new ProblemList(List.of(missing.get()), workspace.files())),
            prepared.row());
  }

  /** Whose scripts are done. */
  ScriptPermission permission() {
    return permission;
  }

  /** The mocks of the environments. */
  public FolderMocks mocks() {
    return mocks;
  }

  /** Why the folder cannot be read at the moment; it is then as it was seen last. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Refuses to write a file of the folder while that is not there; empty when it is. */
  public Optional<Answer> gone(Path file) {
    return Files.isDirectory(root) || !file.startsWith(root)
        ? Optional.empty()
        : Optional.of(
            Answer.refuse(
                Answer.Code.MISSING,
                notThere(),
                "Bring it back and try again; until then nothing is written, and what you typed"
                    + " stays here."));
  }

  private String notThere() {
    return "The folder " + root + " is not there any more.";
  }

  /** What was seen on disk last. */
  public Scan scan() {
    return now.scan();
  }

  /**
   * Chooses the environment of a collection, or none, and starts its mock.
   *
   * @throws IOException when it cannot be remembered; it is chosen anyway
   */
  public void choose(Path collection, Optional<String> environment) throws IOException {
    try {
      choices.choose(collection, environment);
    } finally {
      mocks.refresh();
      tell(new Change(Set.of()));
    }
  }

  /** Tells of all that changes, on some thread; what is read then is as it is after the change. */
  public void whenChanged(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /** Tells of files and folders that got another key, the old one first, from within. */
  public void whenMoved(BiConsumer<String, String> listener) {
    movers.add(listener);
  }

  /** What had that key has another one from now on. */
  public void moved(String from, String to) {
    movers.forEach(listener -> listener.accept(from, to));
  }

  private void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  /** Reads what has changed on disk before it returns; for those who have just written. Blocks. */
  public void refresh() {
    Optional<Change> change;
    synchronized (reading) {
      change = read();
    }
    change.ifPresent(this::tell); // listeners take locks of their own, and some of them read here
  }

  private Scan seen() throws IOException {
    return Scan.of(root, now.used());
  }

  private boolean hasChanged() {
    try {
      var seen = seen();
      return !seen.equals(now.scan()) || (trouble != null && seen.complete());
    } catch (IOException gone) {
      return true;
    }
  }

  private void poll() {
    if (Stillness.await(root, now.scan(), this::seen)) {
      refresh();
    }
  }

  private Optional<Change> read() {
    try {
      var scan = seen();
      var was = trouble;
      trouble = scan.complete() ? null : tooMany();
      if (scan.equals(now.scan())) {
        return was != null && trouble == null
            ? Optional.of(new Change(Set.of()))
            : Optional.empty();
      }
      var change = new Change(now.scan().differences(scan));
      now = Snapshot.read(root, scan, process, Optional.of(now));
      mocks.refresh();
      return Optional.of(change);
    } catch (IOException gone) {
      return vanished(gone);
    }
  }

  private static String tooMany() {
    return "There are more than %,d files and folders; what is beyond is not shown."
        .formatted(Scan.MAX_ENTRIES);
  }

  private Optional<Change> vanished(IOException why) {
    var text =
        Files.isDirectory(root)
            ? "The folder " + root + " cannot be read: " + why.getMessage()
            : notThere();
    if (text.equals(trouble)) {
      return Optional.empty();
    }
    trouble = text;
    return Optional.of(new Change(Set.of()));
  }

  /** Ends the watching and the mocks. */
  @Override
  public void close() {
    polling.close();
    mocks.close();
  }
}
