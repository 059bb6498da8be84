package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.WsUrl;
import parley.transport.connect.Connector;
import parley.transport.connection.ConnectionObserver;

/** Signing in by digest at a server that works the hash out by itself. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DigestTest {

  private final Connector connector = new Connector();
  private Script server;
  private int port;

  @BeforeAll
  void start() throws Exception {
    var python = Installed.python();
    if (python.isEmpty()) {
      var what = "Python's websockets is not installed: apt install python3-websockets";
      assertThat(Installed.isRequired()).as(what).isFalse();
      System.err.println("Skipped: " + what);
      throw new TestAbortedException(what);
    }
    var file =
        Path.of(Objects.requireNonNull(DigestTest.class.getResource("digest_server.py")).toURI());
    server = Script.start(List.of(python.get(), file.toString()));
    port = Integer.parseInt(server.next().getLast());
  }

  @AfterAll
  void end() {
    connector.close();
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/one/MD5                     | open sesame | open, 1 challenge",
        "/one/MD5/auth?a=\"b\"&c=d    | open sesame | open, 1 challenge",
        "/one/MD5-sess/auth           | open sesame | open, 1 challenge",
        "/one/SHA-256/auth            | open sesame | open, 1 challenge",
        "/one/SHA-256-sess/auth-int   | open sesame | open, 1 challenge",
        "/one/SHA-512-256/auth        | open sesame | open, 1 challenge",
        "/stale/SHA-256/auth          | open sesame | open, 2 challenges",
        "/one/SHA-256/auth            | shazam      | the server refused the answer to its digest"
            + " challenge: the user ann or the password is wrong for realm \"the \"castle\"\"",
        "/one/SHA-1/auth              | open sesame | the server's digest challenge cannot be"
            + " answered: its algorithm SHA-1 is none of MD5, MD5-sess, SHA-256, SHA-256-sess,"
            + " SHA-512-256, SHA-512-256-sess"
      })
  void theServerTakesTheAnswerOrItIsToldWhyNot(String target, String password, String outcome) {
    var noticed = new ArrayList<String>();
    var observer =
        new ConnectionObserver() {
          @Override
          public void noticed(String text) {
            noticed.add(text);
          }
        };
    var url = new WsUrl(false, "127.0.0.1", port, target);
    var spec = ConnectSpec.to(url).credentials(new Credentials.Digest("ann", password)).build();
    var attempt = connector.connect(spec, observer).join();
    var hops = attempt.evidence().way().hops().size();
    assertThat(
            attempt instanceof Attempt.Open
                ? "open, " + hops + " challenge" + (hops == 1 ? "" : "s")
                : noticed.getLast())
        .isEqualTo(outcome);
  }
}
