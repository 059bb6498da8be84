package parley.runner.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import parley.model.outcome.Numbered;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * The newest entries of a transcript. When their payloads exceed the limit, the oldest messages
 * turn into notices with the same numbers.
 *
 * <pre>
 *   stripped (without payloads) | whole     <-- the next entry
 * </pre>
 */
final class BoundedTranscript {

  private final int maxEntries;
  private final ByteSize maxPayload;
  private final ArrayDeque<Numbered> stripped = new ArrayDeque<>();
  private final ArrayDeque<Numbered> whole = new ArrayDeque<>();
  private long payloadBytes;
  private boolean cut;

  BoundedTranscript() {
    this(TestOutcome.MAX_TRANSCRIPT, TestOutcome.MAX_PAYLOADS);
  }

  BoundedTranscript(int maxEntries, ByteSize maxPayload) {
    this.maxEntries = maxEntries;
    this.maxPayload = maxPayload;
  }

  void add(Numbered numbered) {
    whole.add(numbered);
    payloadBytes += payloadOf(numbered.entry()).bytes();
    while (payloadBytes > maxPayload.bytes()) {
      stripped.add(strip(removeWhole()));
    }
    if (stripped.size() + whole.size() > maxEntries) {
      removeOldest();
    }
  }

  private void removeOldest() {
    cut = true;
    if (stripped.poll() == null) {
      removeWhole();
    }
  }

  private Numbered removeWhole() {
    var oldest = whole.remove();
    payloadBytes -= payloadOf(oldest.entry()).bytes();
    return oldest;
  }

  private Numbered strip(Numbered numbered) {
    var entry = numbered.entry();
    var payload = payloadOf(entry);
    if (payload.bytes() == 0) {
      return numbered;
    }
    cut = true;
    var notice = new Entry.Notice(entry.at(), noticeOf(payload));
    return new Numbered(numbered.number(), numbered.connection(), notice);
  }

  private String noticeOf(Payload payload) {
    return "%d bytes were %s here; they are not kept, since the payloads of a test exceed %s"
        .formatted(payload.bytes(), payload.sent() ? "sent" : "received", maxPayload);
  }

  private record Payload(boolean sent, int bytes) {
    static final Payload NONE = new Payload(false, 0);

    static Payload of(Direction direction, Bytes bytes) {
      return new Payload(direction == Direction.SENT, bytes.size());
    }
  }

  private static Payload payloadOf(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> Payload.of(message.direction(), message.payload());
      case Entry.Raw raw -> Payload.of(raw.direction(), raw.bytes());
      case Entry.Unsent unsent -> new Payload(true, unsent.payload().size());
      case Entry.Frame _, Entry.Ping _, Entry.Pong _, Entry.Close _, Entry.Closed _ -> Payload.NONE;
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Broken _ -> Payload.NONE;
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Notice _, Entry.Retry _ ->
          Payload.NONE;
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> Payload.NONE;
    };
  }

  /** Whether entries or payloads are not kept. */
  boolean isCut() {
    return cut;
  }

  /** The payloads that are kept, in bytes. */
  long payloadBytes() {
    return payloadBytes;
  }

  /** The entries, oldest first. */
  List<Numbered> toList() {
    var all = new ArrayList<Numbered>(stripped);
    all.addAll(whole);
    return all;
  }
}
