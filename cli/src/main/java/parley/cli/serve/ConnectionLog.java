package parley.cli.serve;

import java.time.ZoneId;
import parley.cli.shell.Shell;
import parley.model.connection.HostText;
import parley.model.transcript.Entry;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.Redaction;
import parley.report.TranscriptText;
import parley.report.Visible;
import parley.transport.listen.UpgradeRequest;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/**
 * Writes what the connections of a server do to standard error, each line with the connection's
 * number.
 */
final class ConnectionLog {

  private final Shell shell;
  private final boolean messages;
  private final TranscriptClock clock = new TranscriptClock();
  private final Palette palette;
  private final TranscriptText text;
  private volatile Redaction redaction = Redaction.NONE;

  /**
   * A log that has just begun.
   *
   * @param messages whether messages, pings and Close frames are shown
   */
  ConnectionLog(Shell shell, boolean messages) {
    this.shell = shell;
    this.messages = messages;
    this.palette = shell.terminals().err() && shell.likesColor() ? Palette.COLORED : Palette.PLAIN;
    this.text =
        TranscriptText.of(palette, ZoneId.systemDefault()).withPeer(TranscriptText.Peer.CLIENT);
  }

  /** From now on these secrets are not written. */
  void hide(Redaction secrets) {
    redaction = secrets;
  }

  void asked(long number, UpgradeRequest request) {
    sign(
        number,
        Ink.GOOD,
        "●",
        HostText.of(request.remote()) + " asks for " + Visible.line(request.head().target()));
  }

  /** Records what happens on the connection of that number. */
  Recorder recorder(long number) {
    return new Recorder(
        clock, new Recorder.Detail(false, messages), entry -> entry(number, entry), _ -> {});
  }

  private void entry(long number, Entry entry) {
    var shown =
        switch (entry) {
          case Entry.Closed _, Entry.Broken _ -> true;
          case Entry.Message _, Entry.Ping _, Entry.Pong _, Entry.Close _ -> messages;
          case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.HandshakeSent _ -> false;
          case Entry.HandshakeReceived _, Entry.Opened _, Entry.Refused _, Entry.Failed _ -> false;
          case Entry.Frame _, Entry.Raw _, Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> false;
        };
    if (shown) {
      line(number, text.of(entry));
    }
  }

  /** A line with a sign that says at a glance what it is about. */
  void sign(long number, Ink ink, String sign, String what) {
    line(number, palette.paint(ink, sign) + " " + what + "\n");
  }

  private void line(long number, String line) {
    var time = TranscriptText.clock(clock.now(), ZoneId.systemDefault());
    shell.complain(palette.paint(Ink.FAINT, time + " #" + number + " ") + redaction.in(line));
  }
}
