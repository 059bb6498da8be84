package parley.workbench;

import java.io.IOException;
import parley.model.value.Value;
import parley.workbench.call.Calls;
import parley.workbench.call.Pages;
import parley.workbench.collection.EnvironmentCalls;
import parley.workbench.collection.OpenFolder;
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
import parley.workbench.run.Runs;
import parley.workbench.server.Downloads;
import parley.workbench.server.WorkbenchServer;
import parley.workbench.state.Greeting;
import parley.workbench.state.PageState;
import parley.workbench.talk.Scratches;
import parley.workbench.talk.Talks;
import parley.workbench.talk.VerifySwitch;
import parley.workbench.tree.TreeCalls;

/** A running workbench. Here all its parts are put together. */
public final class Workbench implements AutoCloseable {

  private final WorkbenchServer server;
  private final OpenFolder folder;
  private final Logs logs;
  private final Talks talks;
  private final Runs runs;

  private Workbench(WorkbenchServer server, OpenFolder folder, Logs logs, Talks talks, Runs runs) {
    this.server = server;
    this.folder = folder;
    this.logs = logs;
    this.talks = talks;
    this.runs = runs;
  }

  /**
   * Opens the folder and begins to serve.
   *
   * @throws IOException when the address cannot be bound or the folder cannot be read
   */
  public static Workbench open(WorkbenchSpec spec) throws IOException {
    var calls = new Calls();
    var pages = new Pages();
    var downloads = new Downloads();
    var greeting = new Greeting();
    var folder = OpenFolder.open(spec.folder(), spec.process(), spec.state());
    var tree = new TreeCalls(folder, pages, spec.state().resolve("trash"));
    tree.addTo(calls);
    var environments = new EnvironmentCalls(folder);
    environments.addTo(calls, pages);
    new SecretCalls(folder).addTo(calls);
    new VariableCalls(folder).addTo(calls);
    var state = PageState.of(folder.root(), spec.state().resolve("pages"), pages);
    state.addTo(calls);
    var logs = logs(spec, calls, pages, downloads);
    var verify = new VerifySwitch(pages);
    verify.addTo(calls);
    var talks = new Talks(folder, logs, verify, spec.process(), pages);
    talks.addTo(calls);
    new FileCalls(folder, new LogTexts(logs)::text).addTo(calls);
    new Scratches(folder, talks, calls).addTo(calls);
    var runs = new Runs(folder, logs, pages);
    runs.addTo(calls);
    greeting
        .add("version", () -> Value.of(spec.version()))
        .add("folder", () -> Value.of(folder.root().toString()))
        .add("name", () -> Value.of(String.valueOf(folder.root().getFileName())))
        .add("examples", () -> Value.of(spec.examples()))
        .add("tree", tree::tree)
        .add("environments", environments::all)
        .add("talks", talks::value)
        .add("runs", runs::value)
        .add("verify", () -> Value.of(verify.isOn()))
        .add("state", state::all)
        .addTo(calls);
    try {
      return new Workbench(
          WorkbenchServer.open(spec.bind(), calls, pages, downloads), folder, logs, talks, runs);
    } catch (IOException unavailable) {
      talks.close();
      folder.close();
      logs.close();
      throw unavailable;
    }
  }

  private static Logs logs(WorkbenchSpec spec, Calls calls, Pages pages, Downloads downloads) {
    var logs = Logs.open(spec.state().resolve("history"), pages);
    var views = new Views();
    new LogCalls(logs, views).addTo(calls);
    new EntryCalls(logs).addTo(calls);
    new ExportCalls(logs, views, downloads, spec.version()).addTo(calls);
    new HistoryCalls(logs, pages).addTo(calls);
    return logs;
  }

  /** What the user opens in a browser, as often as they like until the workbench ends. */
  public String url() {
    return server.url();
  }

  /** The same for a command line, which others may see: good for one time and two minutes. */
  public String urlOnce() {
    return server.urlOnce();
  }

  /** Ends all that runs. */
  @Override
  public void close() {
    runs.close();
    talks.close();
    server.close();
    folder.close();
    logs.close();
  }
}
