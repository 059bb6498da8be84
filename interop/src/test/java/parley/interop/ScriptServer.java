package parley.interop;

import java.util.List;

/** The server of another maker, in a script. */
final class ScriptServer implements PeerServer {

  private final Script script;
  private final List<String> ports;

  ScriptServer(List<String> command) {
    script = Script.start(command);
    ports = script.next();
  }

  @Override
  public int echoPort(boolean secure) {
    return Integer.parseInt(ports.get(secure ? 2 : 1));
  }

  @Override
  public int obeyingPort(boolean secure) {
    return echoPort(secure);
  }

  @Override
  public void awaitClosed(Heard.Closed expected) {
    var closed = Words.heard(script.next());
    while (!closed.equals(expected)) {
      closed = Words.heard(script.next());
    }
  }

  @Override
  public void close() {
    script.close();
  }
}
