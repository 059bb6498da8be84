package parley.protocol.deflate;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.PayloadBuffer;

/**
 * Inflates messages of permessage-deflate as their bytes arrive (RFC 7692, 7.2.2), whatever window
 * the peer used. It belongs to one thread, takes about 50 KB from the first message until {@link
 * #release}, and allocates nothing per call.
 *
 * <p>All that the bytes given so far mean is in the output when a call returns. Memory stays within
 * the output's limit, however large the message would become.
 *
 * <p>A peer may end a message's blocks with BFINAL (RFC 7692, 7.2.3.4). What follows may refer to
 * what the same message said before, not to earlier messages: a peer that ends a stream has
 * forgotten those.
 */
public final class MessageInflater {

  /** What became of the bytes. */
  public enum Outcome {
    OK,
    /** The message is larger than the output's limit; the output is full. */
    TOO_BIG,
    /** The bytes are not DEFLATE blocks, or end within one. */
    CORRUPT
  }

  private static final boolean RAW = true;
  private static final int WINDOW_BYTES = 1 << WindowBits.MAX;
  private static final byte[] NOTHING = new byte[0];
  // RFC 7692, 7.2.2: what the sender removed.
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};
  // The same and an empty last block, which is only understood where a block may begin.
  private static final byte[] TAIL_AND_END = {0, 0, (byte) 0xFF, (byte) 0xFF, 3, 0};

  private final boolean noContextTakeover;
  private final byte[] probe = new byte[1];
  private @Nullable Inflater zlib;
  private boolean released;
  private boolean messageHasBytes;
  private Outcome outcome = Outcome.OK;

  /**
   * A decompressor for one direction of a connection.
   *
   * @param noContextTakeover whether each message starts with an empty window
   */
  public MessageInflater(boolean noContextTakeover) {
    this.noContextTakeover = noContextTakeover;
  }

  /**
   * Inflates the bytes of {@code source} from index {@code from} to {@code to}, whatever its
   * position, and appends the result to {@code out}, which holds this message only. After a failure
   * it repeats its answer until {@link #finish}.
   */
  public Outcome inflate(ByteBuffer source, int from, int to, PayloadBuffer out) {
    if (from == to || outcome != Outcome.OK) {
      return outcome;
    }
    messageHasBytes = true;
    var position = source.position();
    var limit = source.limit();
    outcome = inflate(inflater(), source.limit(to).position(from), out);
    source.limit(limit).position(position);
    return outcome;
  }

  private Inflater inflater() {
    if (released) {
      throw new IllegalStateException("the inflater is released");
    }
    var present = zlib;
    if (present == null) {
      present = new Inflater(RAW);
      zlib = present;
    }
    return present;
  }

  private Outcome inflate(Inflater inflater, ByteBuffer source, PayloadBuffer out) {
    try {
      var answer = Outcome.OK;
      while (source.hasRemaining() && answer == Outcome.OK) {
        if (inflater.finished()) {
          restart(inflater, out);
        }
        inflater.setInput(source);
        answer = drain(inflater, out);
      }
      return answer;
    } catch (DataFormatException _) {
      return Outcome.CORRUPT;
    } finally {
      inflater.setInput(NOTHING); // lets go of the caller's buffer
    }
  }

  private Outcome drain(Inflater inflater, PayloadBuffer out) throws DataFormatException {
    int room;
    int written;
    do {
      if (!out.makeRoom()) {
        return inflater.inflate(probe) == 0 ? Outcome.OK : Outcome.TOO_BIG;
      }
      room = out.room();
      written = inflater.inflate(out.array(), out.size(), room);
      out.advance(written);
    } while (written == room);
    return Outcome.OK;
  }

  /** RFC 7692, 7.2.3.5: after a block with BFINAL the window goes on. */
  private static void restart(Inflater inflater, PayloadBuffer out) {
    var dictionaryBytes = Math.min(out.size(), WINDOW_BYTES);
    inflater.reset();
    inflater.setDictionary(out.array(), out.size() - dictionaryBytes, dictionaryBytes);
  }

  /**
   * Ends the message whose bytes were given, and makes ready for the next one.
   *
   * @return {@code CORRUPT} also for a message without any byte (RFC 7692, 7.2.3.6) and for one
   *     that ends within a block, as far as this can be known when the window is kept
   */
  public Outcome finish(PayloadBuffer out) {
    var inflater = inflater();
    var answer = outcome == Outcome.OK ? end(inflater, out) : outcome;
    if (noContextTakeover || answer != Outcome.OK) {
      inflater.reset();
    }
    outcome = Outcome.OK;
    messageHasBytes = false;
    return answer;
  }

  private Outcome end(Inflater inflater, PayloadBuffer out) {
    if (!messageHasBytes) {
      return Outcome.CORRUPT;
    }
    if (inflater.finished()) {
      restart(inflater, out); // ended by BFINAL, without the empty block that should follow
      return Outcome.OK;
    }
    inflater.setInput(noContextTakeover ? TAIL_AND_END : TAIL);
    return isAtBlockEnd(inflater) ? Outcome.OK : Outcome.CORRUPT;
  }

  private boolean isAtBlockEnd(Inflater inflater) {
    try {
      return inflater.inflate(probe) == 0
          && inflater.getRemaining() == 0
          && inflater.finished() == noContextTakeover;
    } catch (DataFormatException _) {
      return false;
    }
  }

  /** Gives the memory back; nothing can be inflated any more. A second call does nothing. */
  public void release() {
    released = true;
    var present = zlib;
    if (present != null) {
      present.end();
      zlib = null;
    }
  }
}
