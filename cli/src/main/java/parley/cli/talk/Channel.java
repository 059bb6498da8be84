package parley.cli.talk;

import java.util.concurrent.CompletableFuture;
import parley.model.connection.Attempt;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.report.Redaction;
import parley.transport.record.TranscriptClock;

/** The way of a conversation in a pipe to its server: one connection. Any thread may call it. */
public interface Channel {

  /** Is told what happens, on the connection's thread and in order. */
  interface Listener {

    void attempted(Attempt attempt);

    /** There is nothing to connect to; why, in a sentence. */
    void impossible(String why);

    void entry(Entry entry);
  }

  /**
   * Connects; called once, before anything else.
   *
   * @param clock for the entries, as far as the channel has none of its own
   */
  void open(Listener listener, TranscriptClock clock);

  /** Of what is shown about the conversation; messages themselves are written as they are. */
  default Redaction redaction() {
    return Redaction.NONE;
  }

  /** Sends; whether it was written. */
  CompletableFuture<Boolean> send(Outgoing message);

  void close(CloseStatus status);

  /** Reads nothing more until {@link #resumeReading}. */
  void pauseReading();

  void resumeReading();
}
