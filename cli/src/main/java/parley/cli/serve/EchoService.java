package parley.cli.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.protocol.deflate.DeflatePolicy;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.ServerIdentity;
import parley.transport.listen.UpgradeRequest;

/**
 * An echo server that runs until it is interrupted. Its URL is the only line on standard output and
 * comes once it can be connected to; all else goes to standard error.
 */
final class EchoService {

  private final EchoDraft draft;
  private final Shell shell;
  private @Nullable ServerIdentity identity;

  private EchoService(EchoDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  static ExitCode run(EchoDraft draft, Shell shell) {
    return new EchoService(draft, shell).run();
  }

  private ExitCode run() {
    InetAddress address;
    try {
      address = InetAddress.getByName(draft.host);
      identity = identity();
    } catch (UnknownHostException unknown) {
      return EchoRun.refuse(
          new Misuse(
              "--host was given '" + draft.host + "'",
              "an address of this machine, for example: --host 0.0.0.0"),
          shell);
    } catch (IOException unusable) {
      return EchoRun.refuse(
          new Misuse(
              String.valueOf(unusable.getMessage()),
              "PEM files with a certificate and its key (PKCS#8)"),
          shell);
    }
    return serve(new InetSocketAddress(address, draft.port));
  }

  private @Nullable ServerIdentity identity() throws IOException {
    if (draft.certificate != null) {
      return ServerIdentity.ofPem(
          draft.certificate, draft.key == null ? draft.certificate : draft.key);
    }
    return draft.tls ? ServerIdentity.forLocalhost() : null;
  }

  private ExitCode serve(InetSocketAddress address) {
    try (var server = EchoServer.open(spec(address), watcher())) {
      var certificate = new Certificate(identity, draft.certificateOut);
      certificate.write();
      shell.say(server.url() + "\n");
      if (!draft.quiet) {
        certificate.announce(server.url().toString(), shell);
      }
      awaitInterruption(server);
      return ExitCode.INTERRUPTED;
    } catch (IOException unavailable) {
      shell.complain(
          "parley: cannot serve on "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": "
              + unavailable.getMessage()
              + "\n        try --port 0 for a free port\n");
      return ExitCode.CANNOT_CONNECT;
    }
  }

  /** Gives each connection its number and shows it, unless quiet. */
  private Function<UpgradeRequest, ConnectionObserver> watcher() {
    if (draft.quiet) {
      return _ -> new ConnectionObserver() {};
    }
    var log = new ConnectionLog(shell, draft.verbose);
    var connections = new AtomicLong();
    return request -> {
      var number = connections.incrementAndGet();
      log.asked(number, request);
      return log.recorder(number);
    };
  }

  private EchoSpec spec(InetSocketAddress address) {
    var listen = ListenSpec.at(address).maxMessage(draft.maxMessage);
    if (identity != null) {
      listen.tls(identity);
    }
    return EchoSpec.of(listen.build())
        .withBehaviour(draft.behaviour)
        .withSubprotocols(draft.subprotocols)
        .withDeflate(draft.compress ? DeflatePolicy.AS_OFFERED : DeflatePolicy.OFF);
  }

  /** Until the user interrupts; then closes what is open before the program ends. */
  private void awaitInterruption(EchoServer server) {
    var interrupted = new CountDownLatch(1);
    shell
        .interruption()
        .accept(() -> {
          server.close();
          interrupted.countDown();
        });
    try {
      interrupted.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
