package parley.cli.hand;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parley.engine.plan.ConnectionPlan;
import parley.engine.plan.Plan;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.Conversation;
import parley.model.collection.SavedMessage;
import parley.model.collection.Step;
import parley.model.value.Value;
import parley.report.Redaction;
import parley.runner.hand.HandPlan;
import parley.workspace.Preparation;
import parley.workspace.Workspace;

/** A conversation file that can be talked by: what it says, its plan, and its secrets. */
public final class HandFile {

  private final Path path;
  private final Workspace workspace;
  private final Preparation.Ready ready;
  private final Redaction redaction;
  private final Map<String, Value> row;

  HandFile(
      Path path,
      Workspace workspace,
      Preparation.Ready ready,
      Set<String> secrets,
      Map<String, Value> row) {
    this.path = path;
    this.row = Map.copyOf(row);
    this.workspace = workspace;
    this.ready = ready;
    this.redaction = Redaction.of(secrets);
  }

  /** The file, absolute. */
  public Path path() {
    return path;
  }

  public String name() {
    return ready.conversation().name();
  }

  /** What is probably not meant so; empty when nothing. */
  public String warnings() {
    return ready.problems().toText();
  }

  /** The name of the environment. */
  public Optional<String> environment() {
    return workspace.environment().map(one -> one.name());
  }

  /** The names of all environments there are. */
  public List<String> environments() {
    return workspace.files().collection().environments().stream().map(one -> one.name()).toList();
  }

  public Plan plan() {
    return ready.plan();
  }

  Workspace workspace() {
    return workspace;
  }

  /** What a session goes by, with the first row of its data. */
  public HandPlan toPlan() {
    return new HandPlan(path, plan(), row, workspace.access(), workspace.scripts());
  }

  /** Takes out what nothing may show. */
  public Redaction redaction() {
    return redaction;
  }

  /** Whether some connection is not to check the server's certificate. */
  public boolean trustsAnybody() {
    return conversation().connections().stream()
            .map(one -> one.keys())
            .anyMatch(HandFile::trustsAnybody)
        || trustsAnybody(conversation().main());
  }

  private static boolean trustsAnybody(ConnectionKeys keys) {
    return !keys.tls().verify() && keys.tls().pins().isEmpty();
  }

  /** The names of the saved messages. */
  public List<String> messages() {
    return conversation().messages().stream().map(SavedMessage::name).toList();
  }

  /** How many steps there are for {@code /run}. */
  public int steps() {
    return plan().steps().size();
  }

  /** All connections by their names, the main one first; its name is empty. */
  public List<String> connections() {
    return plan().connections().stream().map(ConnectionPlan::name).toList();
  }

  /**
   * The connections to begin with: those that the steps use, in their order; without steps all of
   * them.
   */
  public List<String> used() {
    var names = new TreeSet<Integer>();
    var all = connections();
    conversation().steps().forEach(step -> uses(step, all, names));
    return names.isEmpty() ? all : names.stream().map(all::get).toList();
  }

  private static void uses(Step step, List<String> all, Set<Integer> found) {
    var named = named(step);
    named.stream().map(all::indexOf).filter(index -> index >= 0).forEach(found::add);
    step.inner().forEach(steps -> steps.forEach(inner -> uses(inner, all, found)));
    if (named.isEmpty() && step.isAboutAConnection()) {
      found.add(0);
    }
  }

  private static List<String> named(Step step) {
    return step instanceof Step.Connect(var names, _, _, _) && !names.isEmpty()
        ? names
        : step.modifiers().on().map(on -> List.of(on.text())).orElse(List.of());
  }

  /** Whether it comes back by itself after a loss. */
  public boolean reconnects(String connection) {
    return plan().connections().stream()
        .filter(one -> one.name().equals(connection))
        .anyMatch(one -> one.connect().settings().reconnect().attempts() > 0);
  }

  private Conversation conversation() {
    return ready.conversation();
  }

  /** The files that a person may change meanwhile. */
  List<Path> read() {
    return workspace.files().allFiles();
  }
}
