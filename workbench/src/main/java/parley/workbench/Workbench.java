package parley.workbench;

import java.io.IOException;
import parley.model.value.Value;
import parley.workbench.call.Calls;
import parley.workbench.call.Pages;
import parley.workbench.server.Downloads;
import parley.workbench.server.WorkbenchServer;
import parley.workbench.state.Greeting;
import parley.workbench.state.PageState;

/** A running workbench. Here all its parts are put together. */
public final class Workbench implements AutoCloseable {

  private final WorkbenchServer server;

  private Workbench(WorkbenchServer server) {
    this.server = server;
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
    var state = PageState.read(spec.state().resolve("page.json"), pages);
    state.addTo(calls);
    greeting
        .add("version", () -> Value.of(spec.version()))
        .add("folder", () -> Value.of(spec.folder().toString()))
        .add("name", () -> Value.of(String.valueOf(spec.folder().getFileName())))
        .add("examples", () -> Value.of(spec.examples()))
        .add("state", state::all)
        .addTo(calls);
    return new Workbench(WorkbenchServer.open(spec.bind(), calls, pages, downloads));
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
    server.close();
  }
}
