package parley.cli.serve;

import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import parley.cli.shell.Shell;
import parley.model.connection.HostText;
import parley.model.transcript.Entry;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.TranscriptText;
import parley.report.Visible;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.UpgradeRequest;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/** Writes what the connections of a server do to standard error, each line with a number. */
final class ConnectionLog {

  private final EchoDraft draft;
  private final Shell shell;
  private final TranscriptClock clock = new TranscriptClock();
  private final AtomicLong connections = new AtomicLong();
  private final Palette palette;
  private final TranscriptText text;

  ConnectionLog(EchoDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
    this.palette = shell.terminals().err() && shell.likesColor() ? Palette.COLORED : Palette.PLAIN;
    this.text =
        TranscriptText.of(palette, ZoneId.systemDefault()).withPeer(TranscriptText.Peer.CLIENT);
  }

  /** The observer for a connection that asks to be upgraded. */
  ConnectionObserver watch(UpgradeRequest request) {
    if (draft.quiet) {
      return new ConnectionObserver() {};
    }
    var number = connections.incrementAndGet();
    line(
        number,
        palette.paint(Ink.GOOD, "●")
            + " "
            + HostText.of(request.remote())
            + " asks for "
            + Visible.line(request.head().target())
            + "\n");
    return new Recorder(
        clock, new Recorder.Detail(false, false), entry -> entry(number, entry), _ -> {});
  }

  private void entry(long number, Entry entry) {
    var shown =
        switch (entry) {
          case Entry.Closed _, Entry.Broken _ -> true;
          case Entry.Message _, Entry.Ping _, Entry.Pong _, Entry.Close _ -> draft.verbose;
          case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.HandshakeSent _ -> false;
          case Entry.HandshakeReceived _, Entry.Opened _, Entry.Refused _, Entry.Failed _ -> false;
          case Entry.Frame _, Entry.Raw _, Entry.Notice _ -> false;
        };
    if (shown) {
      line(number, text.of(entry));
    }
  }

  private void line(long number, String text) {
    var time = TranscriptText.clock(clock.now(), ZoneId.systemDefault());
    shell.complain(palette.paint(Ink.FAINT, time + " #" + number + " ") + text);
  }
}
