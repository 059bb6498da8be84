package parley.transport.stage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import parley.model.connection.Attempt.BodyEnd;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/**
 * Reads the body of an HTTP response, whatever its cuts (RFC 9112, 6 and 7.1).
 *
 * <pre>
 *   CHUNK_SIZE -> CHUNK -> CHUNK_END -> CHUNK_SIZE ... -> TRAILER -> over
 *   COUNTED -> over
 *   UNTIL_CLOSE
 * </pre>
 */
public final class RefusalBody {

  private enum State {
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    COUNTED,
    UNTIL_CLOSE
  }

  private static final int MAX_LINE_BYTES = 8 << 10;

  private final long limitBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private State state;
  private long leftBytes;

  public RefusalBody(ResponseHead head, ByteSize limit) {
    limitBytes = limit.bytes();
    var length = head.first("Content-Length").map(String::strip);
    if (head.status() == 204 || head.status() == 304) {
      state = State.COUNTED;
    } else if (head.lists("Transfer-Encoding", "chunked")) {
      state = State.CHUNK_SIZE;
    } else if (length.isPresent() && length.get().matches("\\d{1,18}")) {
      state = State.COUNTED;
      leftBytes = Long.parseLong(length.get());
    } else {
      state = State.UNTIL_CLOSE;
    }
  }

  Bytes received() {
    return Bytes.of(body.toByteArray());
  }

  /** How it ends when the stream ends now. */
  BodyEnd endOfStream() {
    return state == State.UNTIL_CLOSE ? BodyEnd.COMPLETE : BodyEnd.CUT;
  }

  /** Takes bytes until the body is over, and then says how it ended. */
  Optional<BodyEnd> read(ByteBuffer in) {
    var end = endOfEmpty();
    while (end.isEmpty() && in.hasRemaining()) {
      end = step(in);
    }
    return end;
  }

  private Optional<BodyEnd> endOfEmpty() {
    return state == State.COUNTED && leftBytes == 0
        ? Optional.of(BodyEnd.COMPLETE)
        : Optional.empty();
  }

  private Optional<BodyEnd> step(ByteBuffer in) {
    return switch (state) {
      case UNTIL_CLOSE -> keep(in, in.remaining());
      case COUNTED -> keepCounted(in).or(this::endOfEmpty);
      case CHUNK -> keepCounted(in).or(this::endChunk);
      case CHUNK_SIZE, CHUNK_END, TRAILER -> readLine(in);
    };
  }

  private Optional<BodyEnd> keepCounted(ByteBuffer in) {
    var count = (int) Math.min(leftBytes, in.remaining());
    leftBytes -= count;
    return keep(in, count);
  }

  private Optional<BodyEnd> keep(ByteBuffer in, int count) {
    var room = (int) Math.min(count, limitBytes - body.size());
    var bytes = new byte[room];
    in.get(bytes);
    body.writeBytes(bytes);
    return room < count ? Optional.of(BodyEnd.LIMIT) : Optional.empty();
  }

  private Optional<BodyEnd> endChunk() {
    if (leftBytes == 0) {
      state = State.CHUNK_END;
    }
    return Optional.empty();
  }

  private Optional<BodyEnd> readLine(ByteBuffer in) {
    var next = in.get();
    if (next != '\n') {
      line.write(next);
      return line.size() > MAX_LINE_BYTES ? Optional.of(BodyEnd.MALFORMED) : Optional.empty();
    }
    var text = line.toString(StandardCharsets.ISO_8859_1).strip();
    line.reset();
    return endLine(text);
  }

  private Optional<BodyEnd> endLine(String text) {
    return switch (state) {
      case CHUNK_SIZE -> startChunk(text.split(";", 2)[0].strip());
      case CHUNK_END -> {
        state = State.CHUNK_SIZE;
        yield text.isEmpty() ? Optional.empty() : Optional.of(BodyEnd.MALFORMED);
      }
      case TRAILER -> text.isEmpty() ? Optional.of(BodyEnd.COMPLETE) : Optional.empty();
      case CHUNK, COUNTED, UNTIL_CLOSE -> throw new IllegalStateException("no line is read here");
    };
  }

  private Optional<BodyEnd> startChunk(String size) {
    if (!size.matches("[0-9A-Fa-f]{1,15}")) {
      return Optional.of(BodyEnd.MALFORMED);
    }
    leftBytes = Long.parseLong(size, 16);
    state = leftBytes == 0 ? State.TRAILER : State.CHUNK;
    return Optional.empty();
  }
}
