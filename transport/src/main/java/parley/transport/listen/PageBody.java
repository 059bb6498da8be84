package parley.transport.listen;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** What stands behind the head of a {@link PageAnswer}. */
public sealed interface PageBody {

  /** All of it, in memory. */
  record Whole(Bytes bytes) implements PageBody {}

  /**
   * What a source writes while the client takes it.
   *
   * @param lengthOrNull exactly how much that will be; null when it is not known beforehand
   */
  record Streamed(@Nullable ByteSize lengthOrNull, Source source) implements PageBody {
    public Optional<ByteSize> length() {
      return Optional.ofNullable(lengthOrNull);
    }
  }

  /** Writes a body of any size. */
  interface Source {

    /**
     * Writes all of the body; called once, on a virtual thread of its own, and not at all for HEAD.
     * A write waits while the client is slow, so that little is ever held in memory, and fails once
     * the client has gone or the listener is closed. A source that throws before its first 64 KB
     * are full is answered with 500; later the connection is cut, so that the client sees that it
     * has not got all.
     *
     * @param out need not be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }

  static PageBody none() {
    return new Whole(Bytes.EMPTY);
  }
}
