package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.model.outcome.Result;
import parley.model.value.Value;
import parley.protocol.handshake.Header;
import parley.transport.connect.Connector;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.ListenSpec;

/** An nginx that sends its clients on, and lets in only who has its cookie. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedirectTest {

  private final EchoServer echo = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
  private final Connector connector = new Connector();
  private int port;
  private int securePort;
  private TlsSpec trusting;
  private FrontServer front;

  RedirectTest() throws IOException {}

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    port = FrontServer.freePort();
    securePort = FrontServer.freePort();
    var identity = Identity.in(folder);
    Files.copy(identity.certificate(), folder.resolve("server.pem"));
    Files.copy(identity.key(), folder.resolve("server.key"));
    trusting = TlsSpec.DEFAULT.withAuthorities(List.of(identity.certificate()));
    var configuration =
        resource("redirects-nginx.conf")
            .replace("8080", "" + port)
            .replace("8443", "" + securePort)
            .replace("9001", "" + echo.address().getPort());
    front = FrontServer.nginx(folder, configuration);
  }

  @AfterAll
  void end() throws Exception {
    connector.close();
    echo.close();
    if (front != null) {
      front.close();
    }
  }

  private static String resource(String name) throws IOException {
    try (var in = RedirectTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ws  | /chat   | open after 302 307 at /in/chat",
        "wss | /chat   | open after 302 307 at /in/chat",
        "ws  | /away   | refused after 308 at /who: ,,,7",
        "wss | /plain  | failed: 301 Moved Permanently leads from TLS to"
            + " ws://localhost:PORT/in/chat without TLS, which is not followed",
        "ws  | /circle | failed: the redirects lead in a circle: ws://127.0.0.1:PORT/circle ->"
            + " ws://127.0.0.1:PORT/round -> ws://127.0.0.1:PORT/circle"
      })
  void itsAnswersAreFollowed(String scheme, String path, String outcome) {
    var secure = scheme.equals("wss");
    var url =
        new WsUrl(secure, secure ? "localhost" : "127.0.0.1", secure ? securePort : port, path);
    var spec =
        ConnectSpec.to(url)
            .tls(trusting)
            .maxRedirects(5)
            .headers(
                List.of(
                    new Header("Authorization", "Bearer t"),
                    new Header("Cookie", "own=1"),
                    new Header("X-Api-Key", "k"),
                    new Header("X-Trace", "7")));
    assertThat(said(connector.connect(spec.build(), new ConnectionObserver() {}).join()))
        .isEqualTo(outcome.replace("PORT", "" + port));
  }

  private static String said(Attempt attempt) {
    var statuses = new ArrayList<String>();
    attempt.evidence().way().hops().forEach(hop -> statuses.add("" + hop.answer().status()));
    var way =
        " after %s at %s".formatted(String.join(" ", statuses), attempt.evidence().url().target());
    return switch (attempt) {
      case Attempt.Open _ -> "open" + way;
      case Attempt.Rejected rejected -> "refused" + way + ": " + rejected.body().toText();
      case Attempt.Failed failed -> "failed: " + failed.text();
    };
  }

  @Test
  void theCookiesOfARunAreThoseOfAllItsConnectionsUnlessTurnedOff(@TempDir Path folder)
      throws Exception {
    assertThat(run(folder.resolve("on.ws.yaml"), "true", "101")).isEqualTo(new Result.Passed());
    var off = run(folder.resolve("off.ws.yaml"), "false", "101");
    assertThat(off.why()).contains("403");
  }

  private Result run(Path file, String cookies, String expected) throws Exception {
    var text = resource("sign-in.ws.yaml").replace("CONFIGURED", cookies);
    Files.writeString(file, text.replace("EXPECTED", expected));
    var url = "ws://127.0.0.1:" + port;
    return FileRun.of(file, Map.of("url", Value.of(url))).result();
  }
}
