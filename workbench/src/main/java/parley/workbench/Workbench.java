package parley.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.model.value.Value;
import parley.workbench.call.Calls;
import parley.workbench.call.Pages;
import parley.workbench.collection.EnvironmentCalls;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ScriptCalls;
import parley.workbench.collection.SecretCalls;
import parley.workbench.collection.VariableCalls;
import parley.workbench.entry.EntryCalls;
import parley.workbench.entry.LogTexts;
import parley.workbench.export.ExportCalls;
import parley.workbench.file.FileCalls;
import parley.workbench.history.HistoryCalls;
import parley.workbench.log.LogCalls;
import parley.workbench.log.Logs;
import parley.workbench.log.Views;
import parley.workbench.recording.RecordingCalls;
import parley.workbench.run.Runs;
import parley.workbench.server.Downloads;
import parley.workbench.server.WorkbenchServer;
import parley.workbench.state.Greeting;
import parley.workbench.state.PageState;
import parley.workbench.state.PrivateFolder;
import parley.workbench.talk.Scratches;
import parley.workbench.talk.Talks;
import parley.workbench.talk.VerifySwitch;
import parley.workbench.tree.TreeCalls;
import parley.workbench.trial.TrialCalls;

/** A running workbench. Here all its parts are put together. */
public final class Workbench implements AutoCloseable {

  /** In the folder of its state; the history sees to itself. */
  private static final List<String> PRIVATE = List.of("pages", "scratch", "trash");

  private final Calls calls = new Calls();
  private final Pages pages = new Pages();
  private final Downloads downloads = new Downloads();
  private final OpenFolder folder;
  private final Logs logs;
  private final Talks talks;
  private final Runs runs;
  private final WorkbenchServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Workbench(WorkbenchSpec spec) throws IOException {
    PRIVATE.forEach(name -> PrivateFolder.make(spec.state().resolve(name)));
    folder = OpenFolder.open(spec.folder(), spec.process(), spec.state());
    logs = openLogs(spec);
    var verify = new VerifySwitch(pages);
    talks = new Talks(folder, logs, verify, pages);
    runs = new Runs(folder, logs, pages, downloads, spec.version());
    addCalls(spec, verify);
    try {
      server = WorkbenchServer.open(spec.bind(), calls, pages, downloads);
    } catch (IOException unavailable) {
      closeParts();
      throw unavailable;
    }
  }

  private Logs openLogs(WorkbenchSpec spec) {
    try {
      return Logs.open(spec.state().resolve("history"), pages);
    } catch (RuntimeException fault) {
      folder.close();
      throw fault;
    }
  }

  /**
   * Opens the folder and begins to serve.
   *
   * @throws IOException when the address cannot be bound or the folder cannot be read
   */
  public static Workbench open(WorkbenchSpec spec) throws IOException {
    return new Workbench(spec);
  }

  private void addCalls(WorkbenchSpec spec, VerifySwitch verify) {
    var tree = new TreeCalls(folder, pages, spec.state().resolve("trash"));
    tree.addTo(calls);
    var environments = new EnvironmentCalls(folder);
    environments.addTo(calls, pages);
    new SecretCalls(folder).addTo(calls);
    new ScriptCalls(folder).addTo(calls);
    new VariableCalls(folder).addTo(calls);
    new FileCalls(folder, new LogTexts(logs)::text).addTo(calls);
    new Scratches(folder, talks, calls).addTo(calls);
    verify.addTo(calls);
    talks.addTo(calls);
    new TrialCalls(folder, logs, talks).addTo(calls);
    new RecordingCalls(folder, logs, talks).addTo(calls);
    runs.addTo(calls);
    addLogCalls(spec);
    var state = PageState.of(folder.root(), spec.state().resolve("pages"), pages);
    state.addTo(calls);
    new Greeting()
        .add("version", () -> Value.of(spec.version()))
        .add("folder", () -> Value.of(folder.root().toString()))
        .add("name", () -> Value.of(String.valueOf(folder.root().getFileName())))
        .add("examples", () -> Value.of(spec.examples()))
        .add("tree", tree::tree)
        .add("environments", environments::all)
        .add("mocks", environments::mocks)
        .add("talks", talks::value)
        .add("runs", runs::value)
        .add("verify", () -> Value.of(verify.isOn()))
        .add("state", state::all)
        .addTo(calls);
  }

  private void addLogCalls(WorkbenchSpec spec) {
    var views = new Views();
    new LogCalls(logs, views).addTo(calls);
    new EntryCalls(logs).addTo(calls);
    new ExportCalls(logs, views, downloads, spec.version()).addTo(calls);
    new HistoryCalls(logs, pages).addTo(calls);
  }

  /** The names of all calls that it answers. */
  Set<String> calls() {
    return calls.names();
  }

  /** What the user opens in a browser, as often as they like until the workbench ends. */
  public String url() {
    return server.url();
  }

  /** The same for a command line, which others may see: good for one time and two minutes. */
  public String urlOnce() {
    return server.urlOnce();
  }

  /** The conversations of which something is open, by their names. */
  public List<String> alive() {
    return talks.alive();
  }

  /**
   * Ends all that runs: closes connections with 1001 and stores what was said. Takes seconds at
   * most, also when nobody answers the Close frames.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    runs.close();
    talks.close();
    server.close();
    folder.close();
    logs.close();
  }

  private void closeParts() {
    runs.close();
    talks.close();
    folder.close();
    logs.close();
  }
}
