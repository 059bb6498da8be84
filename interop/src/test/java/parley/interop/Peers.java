package parley.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** The peers, each started when a test first asks for it and ended after the last test. */
final class Peers implements AutoCloseable {

  /** Gives a test class the peers in its constructor. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Peers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Peers.class))
          .computeIfAbsent(Peers.class, _ -> new Peers());
    }
  }

  private final Identity identity;
  private final Map<Maker, PeerServer> servers = new EnumMap<>(Maker.class);
  private final Map<Maker, PeerClient> clients = new EnumMap<>(Maker.class);
  private final Map<Maker, Optional<String>> missing = new EnumMap<>(Maker.class);
  private final Deque<Runnable> started = new ArrayDeque<>();

  private Peers() {
    try {
      identity = Identity.in(Files.createDirectories(Path.of("target", "identity")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that all servers show, as PEM. */
  Path certificate() {
    return identity.certificate();
  }

  /** The server of {@code maker}; ends the test, as skipped or failed, where it is missing. */
  PeerServer server(Maker maker) {
    require(maker);
    return servers.computeIfAbsent(maker, this::startServer);
  }

  /** The client of {@code maker}; ends the test, as skipped or failed, where it is missing. */
  PeerClient client(Maker maker) {
    require(maker);
    return clients.computeIfAbsent(maker, this::startClient);
  }

  /**
   * A server of {@code maker} that dies when it is told to.
   *
   * @param port 0 for any
   */
  ScriptMortal mortal(Maker maker, int port) throws URISyntaxException {
    require(maker);
    var interpreter = maker == Maker.WS ? "node" : Installed.python().orElseThrow();
    var script = maker == Maker.WS ? "ws-mortal.js" : "websockets_mortal.py";
    return new ScriptMortal(List.of(interpreter, resource(script), String.valueOf(port)));
  }

  private void require(Maker maker) {
    missing
        .computeIfAbsent(maker, Peers::look)
        .ifPresent(what -> {
          if (Installed.isRequired()) {
            throw new AssertionError(what + "; CI=true requires it");
          }
          throw new TestAbortedException(what);
        });
  }

  /** What is missing, said once for all tests that are skipped for it. */
  private static Optional<String> look(Maker maker) {
    var what =
        switch (maker) {
          case PARLEY, JETTY -> Optional.<String>empty();
          case WS ->
              Installed.hasWs()
                  ? Optional.<String>empty()
                  : Optional.of("Node's ws is not installed: npm install --prefix target/peers ws");
          case WEBSOCKETS ->
              Installed.python().isPresent()
                  ? Optional.<String>empty()
                  : Optional.of(
                      "Python's websockets is not installed: apt install python3-websockets");
        };
    what.ifPresent(line -> System.err.println("Skipped: " + line));
    return what;
  }

  private PeerServer startServer(Maker maker) {
    try {
      var server =
          switch (maker) {
            case PARLEY -> new ParleyServer(identity.identity());
            case WS ->
                new ScriptServer(node("ws-server.js", identity.certificate(), identity.key()));
            case WEBSOCKETS ->
                new ScriptServer(
                    python("websockets_server.py", identity.certificate(), identity.key()));
            case JETTY -> new JettyServer(identity.keyStore());
          };
      started.push(server::close);
      return server;
    } catch (Exception e) {
      throw new IllegalStateException("the server of " + maker + " does not start", e);
    }
  }

  private PeerClient startClient(Maker maker) {
    try {
      var client =
          switch (maker) {
            case PARLEY -> new ParleyClient(identity.certificate());
            case WS -> new ScriptClient(node("ws-client.js", identity.certificate()));
            case WEBSOCKETS ->
                new ScriptClient(python("websockets_client.py", identity.certificate()));
            case JETTY -> new JettyClient(identity.trustStore());
          };
      started.push(client::close);
      return client;
    } catch (Exception e) {
      throw new IllegalStateException("the client of " + maker + " does not start", e);
    }
  }

  private static List<String> node(String script, Path... files) throws URISyntaxException {
    return command("node", script, files);
  }

  private static List<String> python(String script, Path... files) throws URISyntaxException {
    return command(Installed.python().orElseThrow(), script, files);
  }

  private static List<String> command(String interpreter, String script, Path... files)
      throws URISyntaxException {
    var command = new ArrayList<>(List.of(interpreter, resource(script)));
    for (var file : files) {
      command.add(file.toAbsolutePath().toString());
    }
    return command;
  }

  private static String resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(Peers.class.getResource(name)).toURI()).toString();
  }

  /** Clients first, then the servers that they talked to. */
  @Override
  public void close() {
    started.forEach(Runnable::run);
  }
}
