package parley.workbench.talk;

import java.util.function.Consumer;
import parley.transport.connection.Surroundings;
import parley.workbench.log.Logs;

/**
 * What all conversations share.
 *
 * @param changed told of a conversation that is not as it was
 * @param ran told of one whose steps have other results
 */
record TalkParts(
    TalkFiles files,
    Logs logs,
    Surroundings surroundings,
    VerifySwitch verify,
    Consumer<Talk> changed,
    Consumer<Talk> ran) {

  void tell(Talk talk) {
    changed.accept(talk);
  }

  void tellResults(Talk talk) {
    ran.accept(talk);
  }
}
