package parley.interop;

import java.net.URI;
import java.util.List;
import parley.protocol.frame.Bytes;

/** The client of another maker, in a script. */
final class ScriptClient implements PeerClient {

  private final Script script;
  private int connections;

  ScriptClient(List<String> command) {
    script = Script.start(command);
  }

  @Override
  public void open(URI url, List<String> subprotocols, Deflate deflate) {
    connections++;
    var compression = deflate.wanted() ? deflate.toQuery().substring(1) : "-";
    script.say("open %d %s %s %s".formatted(connections, url, list(subprotocols), compression));
  }

  private static String list(List<String> subprotocols) {
    return subprotocols.isEmpty() ? "-" : String.join(",", subprotocols);
  }

  @Override
  public void text(String... parts) {
    script.say("text " + Words.of(parts));
  }

  @Override
  public void binary(Bytes payload) {
    script.say("binary " + Words.of(payload));
  }

  @Override
  public void ping(String payload) {
    script.say("ping " + Words.of(payload));
  }

  @Override
  public void close(int code, String reason) {
    script.say("close " + code + " " + Words.of(reason));
  }

  @Override
  public Heard next() {
    var words = script.next();
    // A connection of an earlier test may still have something to say.
    while (!words.getFirst().equals(Integer.toString(connections))) {
      words = script.next();
    }
    return Words.heard(words.subList(1, words.size()));
  }

  @Override
  public void close() {
    script.close();
  }
}
