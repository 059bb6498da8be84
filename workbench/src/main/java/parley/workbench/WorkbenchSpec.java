package parley.workbench;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a workbench is opened with.
 *
 * @param folder the folder that is shown: a collection, or one with several
 * @param examples whether it is the bundled examples
 * @param state where history and the page's state are kept
 * @param bind the address of the server; port 0 takes a free one
 * @param process the variables of the process
 * @param version of the program
 */
public record WorkbenchSpec(
    Path folder,
    boolean examples,
    Path state,
    InetSocketAddress bind,
    Map<String, String> process,
    String version) {

  public WorkbenchSpec {
    process = Map.copyOf(process);
  }
}
