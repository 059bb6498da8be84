package parley.interop;

import java.util.List;

/** A server of another maker, in a script, that dies when a client says so. */
final class ScriptMortal implements AutoCloseable {

  private final Script script;
  private final int port;

  ScriptMortal(List<String> command) {
    script = Script.start(command);
    port = Integer.parseInt(script.next().get(1));
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    script.close();
  }
}
