package parley.protocol.endpoint;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.MessageInflater;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.FrameView;
import parley.protocol.frame.Opcode;
import parley.protocol.frame.PayloadBuffer;
import parley.protocol.frame.Utf8Validator;

/**
 * Puts the frames of one message together, inflates it and checks that text is UTF-8, each as soon
 * as the bytes are there. It is the view of the message that it lends. An uncompressed message
 * whose bytes stand together in the input is lent from there, without a copy.
 */
final class MessageAssembler implements MessageView {

  private final long maxMessageBytes;
  private final HeaderJudge.Report report;
  private final @Nullable MessageInflater inflater;
  private final Utf8Validator validator = new Utf8Validator();
  private final PayloadBuffer assembled;

  private boolean open;
  private boolean text;
  private @Nullable MessageInflater inflating;
  private boolean utf8Broken;
  private int frames;
  private long wireBytes;
  private int validatedBytes;
  private @Nullable ByteBuffer lent;
  private int lentFrom;
  private int lentTo;

  MessageAssembler(
      ByteSize maxMessage, @Nullable MessageInflater inflater, HeaderJudge.Report report) {
    this.maxMessageBytes = maxMessage.bytes();
    this.assembled = new PayloadBuffer(maxMessage);
    this.inflater = inflater;
    this.report = report;
  }

  /** Whether a message has begun and its last frame has not yet come. */
  boolean isOpen() {
    return open;
  }

  /** Takes the header of a text, binary or continuation frame. */
  void startFrame(FrameView frame) {
    if (frame.opcode() != Opcode.CONTINUATION) {
      begin(frame);
    }
    frames++;
    wireBytes += frame.payloadLength();
    if (inflating == null && Long.compareUnsigned(frame.payloadLength(), spaceLeft()) > 0) {
      tooBig(assembled.size() + " bytes and a frame of " + frame.payloadLength() + " more");
    }
  }

  private void begin(FrameView frame) {
    reset();
    open = true;
    text = frame.opcode() == Opcode.TEXT;
    inflating = frame.rsv1() ? inflater : null;
  }

  private long spaceLeft() {
    return maxMessageBytes - assembled.size();
  }

  private void tooBig(String found) {
    report.violation(
        Rule.MESSAGE_TOO_BIG,
        found + " exceed the limit of " + maxMessageBytes + " bytes; raise max-message");
  }

  /** Takes unmasked payload: the bytes of {@code input} from {@code from} to {@code to}. */
  void chunk(ByteBuffer input, int from, int to, boolean isWholeMessage) {
    var compressed = inflating;
    if (compressed != null) {
      judgeInflated(compressed.inflate(input, from, to, assembled));
    } else if (isWholeMessage) {
      lent = input;
      lentFrom = from;
      lentTo = to;
      validate(input, from, to, 0);
    } else {
      assembled.append(input, from, to);
      validate(input, from, to, assembled.size() - (to - from));
    }
  }

  private void judgeInflated(MessageInflater.Outcome outcome) {
    if (outcome == MessageInflater.Outcome.OK) {
      validateInflated();
    } else if (outcome == MessageInflater.Outcome.TOO_BIG) {
      tooBig("inflated bytes");
    } else {
      report.violation(Rule.COMPRESSED_DATA_CORRUPT, "compressed message");
    }
  }

  private void validateInflated() {
    var inflated = assembled.view();
    validate(inflated, validatedBytes, inflated.limit(), validatedBytes);
    validatedBytes = inflated.limit();
  }

  private void validate(ByteBuffer bytes, int from, int to, int messageOffset) {
    if (!text || utf8Broken) {
      return;
    }
    var valid = validator.accept(bytes, from, to);
    if (valid < to) {
      notUtf8(
          "byte 0x%02X at offset %d"
              .formatted(bytes.get(valid) & 0xFF, messageOffset + valid - from));
    }
  }

  private void notUtf8(String found) {
    utf8Broken = true;
    report.violation(Rule.TEXT_NOT_UTF8, found);
  }

  /** Takes the end of the last frame: what only the end can show is judged now. */
  void finish() {
    var compressed = inflating;
    if (compressed != null) {
      judgeInflated(compressed.finish(assembled));
    }
    if (text && !utf8Broken && !validator.isComplete()) {
      notUtf8("an unfinished character at the end");
    }
    open = false;
  }

  /** Lends the complete message to {@code observer} and then forgets it. */
  void deliverTo(EndpointObserver observer) {
    var input = lent;
    if (input == null) {
      observer.message(this);
    } else {
      lendFrom(input, observer);
    }
    reset();
  }

  private void lendFrom(ByteBuffer input, EndpointObserver observer) {
    var position = input.position();
    var limit = input.limit();
    observer.message(this);
    input.limit(limit).position(position);
  }

  private void reset() {
    open = false;
    frames = 0;
    wireBytes = 0;
    validatedBytes = 0;
    utf8Broken = false;
    lent = null;
    lentFrom = 0;
    lentTo = 0;
    validator.reset();
    assembled.clear();
  }

  void release() {
    if (inflater != null) {
      inflater.release();
    }
  }

  @Override
  public boolean isText() {
    return text;
  }

  @Override
  public ByteBuffer payload() {
    var input = lent;
    return input == null ? assembled.view() : input.limit(lentTo).position(lentFrom);
  }

  @Override
  public int frames() {
    return frames;
  }

  @Override
  public long wireBytes() {
    return wireBytes;
  }

  @Override
  public boolean compressed() {
    return inflating != null;
  }
}
