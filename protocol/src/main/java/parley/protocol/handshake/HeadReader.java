package parley.protocol.handshake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.protocol.deflate.Token;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.PayloadBuffer;

/**
 * Reads the head of one HTTP/1 message from a stream of bytes, whatever its cuts (RFC 9112, 2 to
 * 5). It accepts a lone LF as a line end (RFC 9112, 2.2), refuses line folding (5.2) and white
 * space before a colon (5.1), and gives up at the first byte with which no head can begin or go on.
 *
 * <pre>
 *   FIRST_LINE -> NAME -> VALUE -> NAME ... -> complete
 * </pre>
 *
 * <p>It belongs to one thread.
 */
public final class HeadReader {

  /** The default for the largest head: 64 KB. */
  public static final ByteSize DEFAULT_LIMIT = ByteSize.ofKilobytes(64);

  /** The largest number of headers. */
  public static final int MAX_HEADERS = 1000;

  /** How much is kept of what is not HTTP, to be shown. */
  public static final ByteSize KEPT_WHEN_NOT_HTTP = ByteSize.of(64);

  /** How far the reading has come. */
  public sealed interface Progress {

    /** More bytes are needed. */
    record Incomplete() implements Progress {}

    /** A request's head is complete. */
    record Request(RequestHead head) implements Progress {}

    /** A response's head is complete. */
    record Response(ResponseHead head) implements Progress {}

    /**
     * No head can come of these bytes.
     *
     * @param why what they are instead, or what is wrong with them
     */
    record NotHttp(String why) implements Progress {}

    /** The head is longer than {@code limit}. */
    record TooLarge(ByteSize limit) implements Progress {}

    /** The head has more headers than {@code limit}. */
    record TooManyHeaders(int limit) implements Progress {}
  }

  private static final Progress INCOMPLETE = new Progress.Incomplete();

  private final HeadKind kind;
  private final PayloadBuffer received;
  private final List<Header> headers = new ArrayList<>();
  private Progress progress = INCOMPLETE;
  private String firstLine = "";
  private int lineStart;
  private int colon;

  private HeadReader(HeadKind kind, ByteSize limit) {
    this.kind = kind;
    this.received = new PayloadBuffer(limit);
  }

  /** A server's reader; empty lines before the request are skipped (RFC 9112, 2.2). */
  public static HeadReader ofRequest(ByteSize limit) {
    return new HeadReader(HeadKind.REQUEST, limit);
  }

  /** A client's reader. */
  public static HeadReader ofResponse(ByteSize limit) {
    return new HeadReader(HeadKind.RESPONSE, limit);
  }

  /**
   * Takes bytes from {@code in} up to the end of the head, and leaves those behind it. Once the
   * reading is over it takes no more, except from a stream that is not HTTP, until it has {@link
   * #KEPT_WHEN_NOT_HTTP}.
   */
  public Progress read(ByteBuffer in) {
    while (progress instanceof Progress.Incomplete && in.hasRemaining()) {
      progress = received.makeRoom() ? take(in.get()) : new Progress.TooLarge(received.limit());
    }
    if (progress instanceof Progress.NotHttp && received.size() < KEPT_WHEN_NOT_HTTP.toInt()) {
      keep(in);
    }
    return progress;
  }

  private void keep(ByteBuffer in) {
    var wanted = Math.min(in.remaining(), KEPT_WHEN_NOT_HTTP.toInt() - received.size());
    if (received.append(in, in.position(), in.position() + wanted)) {
      in.position(in.position() + wanted);
    }
    if (firstLine.isEmpty()) {
      progress = notFirstLine(); // more bytes tell better what it is
    }
  }

  private Progress take(byte next) {
    received.array()[received.size()] = next;
    received.advance(1);
    if (next == '\n') {
      return endLine();
    }
    var index = received.size() - 1 - lineStart;
    if (index > 0 && received.array()[received.size() - 2] == '\r') {
      return firstLine.isEmpty()
          ? notFirstLine()
          : new Progress.NotHttp("a CR without LF stands in the head");
    }
    if (next == '\r') {
      return INCOMPLETE;
    }
    return firstLine.isEmpty() ? takeOfFirstLine(index, next) : takeOfHeader(index, next);
  }

  private Progress takeOfFirstLine(int index, byte next) {
    return kind.allows(index, next) ? INCOMPLETE : notFirstLine();
  }

  private Progress notFirstLine() {
    return new Progress.NotHttp(ForeignBytes.describe(received(), kind));
  }

  private Progress takeOfHeader(int index, byte next) {
    if (colon > lineStart) {
      return next == 0 ? new Progress.NotHttp("a NUL stands in " + shownLine()) : INCOMPLETE;
    }
    if (next == ':' && index > 0) {
      colon = received.size() - 1;
      return INCOMPLETE;
    }
    return Token.isCharacter(next) ? INCOMPLETE : notName(index, next);
  }

  private Progress notName(int index, byte next) {
    if (next != ' ' && next != '\t') {
      return new Progress.NotHttp(
          String.format(
              Locale.ROOT, "byte 0x%02X stands in the header name %s", next, shownLine()));
    }
    return new Progress.NotHttp(
        index == 0
            ? "a line begins with white space, as folded headers do (RFC 9112, 5.2)"
            : "white space stands before the colon of " + shownLine() + " (RFC 9112, 5.1)");
  }

  private Progress endLine() {
    var end = received.size() - 1;
    if (end > lineStart && received.array()[end - 1] == '\r') {
      end--;
    }
    var ended = firstLine.isEmpty() ? endFirstLine(end) : endHeader(end);
    lineStart = received.size();
    return ended;
  }

  private Progress endFirstLine(int end) {
    if (end == lineStart && kind == HeadKind.REQUEST) {
      return INCOMPLETE;
    }
    var line = text(lineStart, end);
    if (!kind.isWhole(line)) {
      return notFirstLine();
    }
    firstLine = line;
    return INCOMPLETE;
  }

  private Progress endHeader(int end) {
    if (end == lineStart) {
      return kind.complete(firstLine, headers);
    }
    if (colon <= lineStart) {
      return new Progress.NotHttp("a header line has no colon: " + shownLine());
    }
    if (headers.size() == MAX_HEADERS) {
      return new Progress.TooManyHeaders(MAX_HEADERS);
    }
    headers.add(new Header(text(lineStart, colon), HeadText.trim(text(colon + 1, end))));
    return INCOMPLETE;
  }

  private String text(int from, int to) {
    return HeadText.decode(Bytes.copyOf(received.view().limit(to).position(from)));
  }

  private String shownLine() {
    var all = received();
    return HeadText.quote(all.slice(lineStart, all.size()));
  }

  /** Every byte that was taken so far, exactly. */
  public Bytes received() {
    return Bytes.copyOf(received.view());
  }
}
