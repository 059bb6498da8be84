package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostPort;
import parley.model.connection.IpFamily;
import parley.model.connection.LocalAddress;
import parley.model.connection.Route;
import parley.model.connection.Stage;
import parley.model.connection.TcpOptions;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.Closure;
import parley.transport.fixture.Certificates;
import parley.transport.fixture.FullBacklog;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;
import parley.transport.fixture.UnixDoor;
import parley.transport.fixture.Watcher;

/** Which address or socket is connected to, and from where. */
@Timeout(30)
class AddressesTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress HERE_TOO = InetAddress.ofLiteral("127.0.0.2");

  private static final List<Path> TIMERS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private static final Peer.Script UPGRADING = Talk::upgrade;

  private final Dialing dialing = new Dialing();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    dialing.close();
  }

  private static Peer upgrading() throws IOException {
    return Peer.doing(UPGRADING);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static ConnectSpec.Builder to(int port, InetAddress... addresses) {
    var name = new HostPort("some.name", port);
    return ConnectSpec.to(new WsUrl(false, "some.name", port, "/"))
        .route(Route.DIRECT.withResolved(name, List.of(addresses)));
  }

  @Test
  void theNextAddressIsTriedWhenOneFailsAndEachTryIsKept() throws IOException {
    try (var peer = upgrading()) {
      var name = new HostPort("some.name", peer.port());
      var spec =
          ConnectSpec.to(new WsUrl(false, "some.name", peer.port(), "/"))
              .route(Route.DIRECT.withResolved(name, List.of(HERE_TOO, HERE)));
      var tries = dialing.open(spec).evidence().tries();
      assertThat(tries).extracting(AddressTry::connected).containsExactly(false, true);
      assertThat(tries.getFirst().failure()).contains("connection refused");
      assertThat(tries.getLast().address()).isEqualTo(new InetSocketAddress(HERE, peer.port()));
    }
  }

  @Test
  void aFamilyThatIsNotWantedIsNotTried() throws IOException {
    try (var peer = upgrading()) {
      var spec =
          ConnectSpec.to(new WsUrl(false, "some.name", peer.port(), "/"))
              .route(
                  Route.DIRECT
                      .withResolved(new HostPort("some.name", peer.port()), List.of(HERE))
                      .withFamily(IpFamily.IPV6));
      assertThat(dialing.failed(spec, Stage.DNS, Cause.UNREACHABLE).text())
          .isEqualTo("some.name has no IPv6 address");
    }
  }

  @Test
  void anIpv6AddressIsConnectedAndStandsInBracketsInTheHostHeader() throws IOException {
    var loopback = InetAddress.ofLiteral("::1");
    try (var peer =
        Peer.on(
            new ServerSocket(0, 50, loopback),
            talk -> {
              talk.upgrade();
              talk.hang();
            })) {
      var open = dialing.open(ConnectSpec.to(new WsUrl(false, "::1", peer.port(), "/")));
      assertThat(open.evidence().request().orElseThrow().first("Host"))
          .contains("[::1]:" + peer.port());
      assertThat(open.evidence().remote()).contains(new InetSocketAddress(loopback, peer.port()));
    }
  }

  @Test
  void aSilentAddressFailsInTcpWithATimeout() throws IOException {
    try (var silent = new FullBacklog()) {
      var failed =
          dialing.failed(
              Dialing.hasty(new WsUrl(false, "127.0.0.1", silent.port(), "/")),
              Stage.TCP,
              Cause.TIMEOUT);
      assertThat(failed.text()).contains("300 ms");
      assertThat(failed.evidence().tries()).hasSize(1);
    }
  }

  @Test
  void aSilentAddressIsOvertakenByTheNext() throws IOException {
    try (var silent = new FullBacklog();
        var peer = Peer.on(new ServerSocket(silent.port(), 50, HERE_TOO), UPGRADING)) {
      var spec = to(peer.port(), HERE, HERE_TOO);
      var tries = dialing.open(spec).evidence().tries();
      assertThat(tries).extracting(AddressTry::connected).containsExactly(false, true);
      assertThat(tries.getFirst().failure())
          .contains("given up: 127.0.0.2:" + peer.port() + " was faster");
      assertThat(tries.getFirst().duration())
          .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
    }
  }

  @Test
  void aRefusalByOneAddressLeavesTheOthersTheirTime() throws IOException {
    try (var silent = new FullBacklog()) {
      var failed =
          dialing.failed(
              to(silent.port(), HERE, HERE_TOO).connectTimeout(Duration.ofMillis(400)),
              Stage.TCP,
              Cause.TIMEOUT);
      assertThat(failed.evidence().tries())
          .extracting(attempt -> attempt.failure().orElseThrow())
          .containsExactly("connection refused", "no answer");
    }
  }

  @Test
  void whenAllAddressesFailEachIsNamedWithItsReason() throws IOException {
    var spec = to(freePort(), HERE, InetAddress.ofLiteral("255.255.255.255"));
    var failed = dialing.failed(spec, Stage.TCP, Cause.CONNECTION_REFUSED);
    assertThat(failed.text())
        .matches("connection refused: 127.0.0.1:\\d+; .*: 255.255.255.255:\\d+");
  }

  @Test
  void anAddressForAllNamesIsUsedWhereNoneIsGivenForTheName() throws IOException {
    try (var peer = upgrading()) {
      var all = new HostPort("*", peer.port());
      var url = new WsUrl(false, "any.name", peer.port(), "/");
      dialing.open(ConnectSpec.to(url).route(Route.DIRECT.withResolved(all, List.of(HERE))));
      var own = Route.DIRECT.withResolved(all, List.of(HERE_TOO));
      dialing.open(ConnectSpec.to(url).route(own.withResolved(url.hostPort(), List.of(HERE))));
    }
  }

  @Test
  void aSocketOfThisMachineIsConnectedToWithAndWithoutTls() throws Exception {
    var file = folder.resolve("app.sock");
    var authority = Certificates.certificates(folder.resolve("ca.pem"), Certificates.AUTHORITY);
    try (var peer = upgrading();
        var _ = new UnixDoor(file, peer.port())) {
      var url = (WsUrl.Parsed.Valid) WsUrl.parse("unix:" + file + ":/chat?a=1");
      var evidence = dialing.open(ConnectSpec.to(url.url())).evidence();
      assertThat(evidence.remote()).contains(UnixDomainSocketAddress.of(file));
      assertThat(evidence.local()).isEmpty();
      var request = evidence.request().orElseThrow();
      assertThat(request.target()).isEqualTo("/chat?a=1");
      assertThat(request.first("Host")).contains("localhost");
      var through = Route.DIRECT.withUnixSocket(file);
      var named = new WsUrl(false, "docker", 80, "/");
      assertThat(
              dialing.open(ConnectSpec.to(named).route(through)).evidence().request().orElseThrow())
          .extracting(head -> head.first("Host").orElseThrow())
          .isEqualTo("docker");
    }
    Files.deleteIfExists(file);
    try (var peer = Peer.on(Certificates.listening(Certificates.forLocalhost()), UPGRADING);
        var _ = new UnixDoor(file, peer.port())) {
      var spec =
          ConnectSpec.to(WsUrl.ofSocket(true, file, "/"))
              .tls(TlsSpec.DEFAULT.withAuthorities(List.of(authority)));
      assertThat(dialing.open(spec).evidence().tls().orElseThrow().verified()).isTrue();
    }
  }

  @Test
  void theEndOfASocketOfThisMachineIsNoReset() throws IOException {
    var file = folder.resolve("app.sock");
    try (var peer = upgrading();
        var _ = new UnixDoor(file, peer.port())) {
      dialing.open(ConnectSpec.to(WsUrl.ofSocket(false, file, "/")));
      assertThat(Watcher.get(dialing.watcher.connection().closure()).ending())
          .isEqualTo(Closure.Ending.STREAM_END);
    }
  }

  @Test
  void aSocketThatCannotBeUsedSaysWhy() throws IOException {
    var absent = WsUrl.ofSocket(false, folder.resolve("absent.sock"), "/");
    assertThat(dialing.failed(absent, Stage.TCP, Cause.SOCKET_MISSING).text())
        .isEqualTo("there is no such file: unix:" + folder.resolve("absent.sock"));
    var file = Files.createFile(folder.resolve("plain.txt"));
    dialing.failed(WsUrl.ofSocket(false, file, "/"), Stage.TCP, Cause.CONNECTION_REFUSED);
    var closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(closed), "root may open everything");
    var denied = WsUrl.ofSocket(false, closed.resolve("a.sock"), "/");
    dialing.failed(denied, Stage.TCP, Cause.SOCKET_DENIED);
  }

  @Test
  void aConnectionBeginsWhereItIsAskedTo() throws IOException {
    try (var peer = upgrading()) {
      for (var from : List.of("127.0.0.3", "lo")) {
        var route = Route.DIRECT.withLocalAddress(LocalAddress.of(from));
        var local =
            dialing.open(ConnectSpec.to(peer.url()).route(route)).evidence().local().orElseThrow();
        assertThat(((InetSocketAddress) local).getAddress().getHostAddress())
            .isEqualTo(from.equals("lo") ? "127.0.0.1" : from);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.7 is no address of this machine: ",
    "::1, ::1 is no IPv4 address to connect from: ",
    "eth77, this machine has no address or interface 'eth77'; it has "
  })
  void aPlaceToConnectFromThatIsNotHereIsTold(String from, String said) {
    var spec =
        ConnectSpec.to(new WsUrl(false, "127.0.0.1", 9, "/"))
            .route(Route.DIRECT.withLocalAddress(LocalAddress.of(from)));
    assertThat(dialing.failed(spec, Stage.TCP, Cause.LOCAL_ADDRESS).text()).startsWith(said);
  }

  @Test
  void aZoneChoosesTheInterfaceAndIsNotSent() throws IOException {
    try (var peer = Peer.on(new ServerSocket(0, 50, InetAddress.ofLiteral("::1")), UPGRADING)) {
      for (var written : List.of("%25lo", "%lo", "%1")) {
        var url = (WsUrl.Parsed.Valid) WsUrl.parse("ws://[::1" + written + "]:" + peer.port());
        var request = dialing.open(ConnectSpec.to(url.url())).evidence().request().orElseThrow();
        assertThat(request.first("Host")).contains("[::1]:" + peer.port());
      }
    }
    var url = new WsUrl(false, "fe80::1%eth77", 80, "/");
    assertThat(dialing.failed(url, Stage.DNS, Cause.LOCAL_ADDRESS).text()).contains("'eth77'");
  }

  @Test
  void aSilentConnectionIsProbedWhenThatIsAskedFor() throws IOException {
    assumeTrue(Files.isReadable(TIMERS.getFirst()), "only Linux shows the timers of its sockets");
    Peer.Script hanging =
        talk -> {
          talk.upgrade();
          talk.hang();
        };
    try (var peer = Peer.doing(hanging);
        var other = Peer.doing(hanging)) {
      var route = Route.DIRECT.withTcp(new TcpOptions(true, Duration.ofSeconds(30)));
      var probed = dialing.open(ConnectSpec.to(peer.url()).route(route));
      assertThat(timer(probed)).startsWith("02:00000");
      assertThat(timer(dialing.open(ConnectSpec.to(other.url())))).startsWith("00:");
    }
  }

  /** The kind of the timer of a connection's socket, 02 for probes, and its time in hex. */
  private static String timer(Attempt.Open open) throws IOException {
    var local = (InetSocketAddress) open.evidence().local().orElseThrow();
    var port = String.format(Locale.ROOT, ":%04X", local.getPort());
    var lines = new ArrayList<>(Files.readAllLines(TIMERS.getFirst()));
    lines.addAll(Files.readAllLines(TIMERS.getLast()));
    return lines.stream()
        .map(line -> line.strip().split(" +", -1))
        .filter(fields -> fields[1].endsWith(port))
        .map(fields -> fields[5])
        .findFirst()
        .orElseThrow(() -> new AssertionError("no socket at " + port));
  }
}
