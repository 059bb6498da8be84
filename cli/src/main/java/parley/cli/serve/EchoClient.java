package parley.cli.serve;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.talk.Outcomes;
import parley.mock.server.EchoObserver;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.model.transcript.Entry;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.report.FailureText;
import parley.report.Palette;
import parley.report.TranscriptText;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.ObserverPair;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/** Connects to a server and sends its messages back until it closes. */
final class EchoClient {

  private final EchoDraft draft;
  private final Shell shell;
  private final Palette palette;
  private final TranscriptText text;
  private final CompletableFuture<Closure> closed = new CompletableFuture<>();

  private EchoClient(EchoDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
    this.palette = shell.terminals().err() && shell.likesColor() ? Palette.COLORED : Palette.PLAIN;
    this.text = TranscriptText.of(palette, ZoneId.systemDefault()).withTimes(true);
  }

  static ExitCode run(EchoDraft draft, WsUrl url, Shell shell) {
    return new EchoClient(draft, shell).run(url);
  }

  private ExitCode run(WsUrl url) {
    var recorder =
        new Recorder(
            new TranscriptClock(), new Recorder.Detail(false, false), this::show, this::opened);
    try (var connector = new Connector(shell.surroundings())) {
      var observer = new ObserverPair(recorder, new EchoObserver(draft.behaviour));
      return switch (connector.connect(spec(url), observer).join()) {
        case Attempt.Open _ -> Outcomes.of(closed.join());
        case Attempt.Rejected rejected -> failed(FailureText.of(rejected, palette), rejected);
        case Attempt.Failed failed -> failed(FailureText.of(failed, palette), failed);
      };
    }
  }

  private ExitCode failed(String lines, Attempt attempt) {
    shell.complain(lines);
    return Outcomes.of(attempt);
  }

  private ConnectSpec spec(WsUrl url) {
    return ConnectSpec.to(url)
        .subprotocols(draft.subprotocols)
        .deflateOffers(draft.compress ? List.of(DeflateOffer.USUAL) : List.of())
        .maxMessage(draft.maxMessage)
        .tls(TlsSpec.DEFAULT.withVerify(!draft.insecure).withAuthorities(draft.authorities))
        .build();
  }

  private void opened(Connection connection) {
    shell.interruption().accept(() -> close(connection));
  }

  private static void close(Connection connection) {
    connection.close(CloseStatus.of(CloseCode.GOING_AWAY));
    connection.closure().join();
  }

  /** On the connection's thread. */
  private void show(Entry entry) {
    if (draft.verbose || (entry instanceof Entry.Closed && !draft.quiet)) {
      shell.complain(text.of(entry));
    }
    if (entry instanceof Entry.Closed(var _, var closure)) {
      closed.complete(closure);
    }
  }
}
