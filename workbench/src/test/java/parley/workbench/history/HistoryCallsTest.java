package parley.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.workbench.log.CallRig;

class HistoryCallsTest {

  @TempDir Path folder;

  private CallRig rig;

  @BeforeEach
  void begin() {
    rig = new CallRig(folder);
    new HistoryCalls(rig.logs, rig.pages).addTo(rig.calls);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private String past(String text) {
    var log = rig.begin();
    log.append(rig.received(text));
    var bye = CloseStatus.of(CloseCode.NORMAL, "bye");
    log.append(
        rig.numbered(
            new Entry.Closed(
                CallRig.AT,
                new Closure(
                    Closure.Ending.CLOSE_HANDSHAKE, Closure.Initiator.REMOTE, bye, bye, null))));
    log.close();
    return log.session();
  }

  private static final String ALL = "{\"from\":0,\"count\":10}";

  @Test
  void listsSessionsWithHowTheyEnded() {
    var session = past("one");
    assertThat(rig.call("history.list", ALL))
        .contains(
            "\"total\":1",
            "\"session\":\"" + session + "\"",
            "\"key\":\"feed.ws.yaml\",\"name\":\"Feed\",\"url\":\"ws://localhost:1/\"",
            "\"rows\":2",
            "\"text\":\"closed by the server: 1000 normal closure \\\"bye\\\"\"",
            "\"state\":\"closed\",\"live\":false,\"environment\":\"local\"");
    assertThat(rig.call("history.list", "{\"text\":\"FEED\",\"from\":0,\"count\":1}"))
        .contains("\"total\":1");
    assertThat(rig.call("history.list", "{\"text\":\"other\",\"from\":0,\"count\":1}"))
        .isEqualTo("{\"total\":0,\"items\":[]}");
  }

  @Test
  void anOpenSessionIsLive() {
    var log = rig.begin();
    log.append(rig.received("one"));
    assertThat(rig.call("history.list", ALL)).contains("\"rows\":1", "\"live\":true");
  }

  @Test
  void searchesTheMessages() throws InterruptedException {
    past("find me");
    past("find me not, said Alice");
    var open = rig.begin();
    open.append(rig.received("ALICE"));
    assertThat(rig.call("history.search", "{\"search\":\"mine\",\"text\":\"alice\"}"))
        .isEqualTo("{}");
    assertThat(rig.await(told -> told.startsWith("history ") && told.contains("\"done\":true")))
        .contains("\"search\":\"mine\"");
    assertThat(rig.await(told -> told.contains("\"live\":true"))).contains("\"matches\":1");
    assertThat(rig.await(told -> told.contains("\"live\":false"))).contains("\"matches\":1");
    assertThat(rig.call("history.search.stop", "{\"search\":\"mine\"}")).isEqualTo("{}");
  }

  @Test
  void deletesWhatIsClosedAndSaysWhatIsNot() {
    var session = past("one");
    assertThat(rig.call("history.delete", "{\"sessions\":[\"%s\"]}".formatted(session)))
        .isEqualTo("{}");
    assertThat(rig.call("history.list", ALL)).isEqualTo("{\"total\":0,\"items\":[]}");
    var open = rig.begin();
    assertThat(rig.call("history.delete", "{\"sessions\":[\"%s\"]}".formatted(open.session())))
        .isEqualTo("REFUSED: One session is still open.");
  }

  @Test
  void retentionIsKeptAndApplied() {
    past("one");
    past("two");
    assertThat(rig.call("history.retention", "{}"))
        .isEqualTo("{\"days\":30,\"sessions\":1000,\"megabytes\":2048}");
    assertThat(
            rig.call(
                "history.retention", "{\"set\":{\"days\":null,\"sessions\":1,\"megabytes\":null}}"))
        .isEqualTo("{\"days\":null,\"sessions\":1,\"megabytes\":null}");
    assertThat(rig.call("history.list", ALL)).contains("\"total\":1");
  }
}
