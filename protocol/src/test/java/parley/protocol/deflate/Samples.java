package parley.protocol.deflate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.PayloadBuffer;

/** Messages and the ways through zlib that the tests share. */
final class Samples {

  static final Bytes TAIL = Bytes.hex("0000ffff");

  private Samples() {}

  static Bytes random(int size, long seed) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return Bytes.of(bytes);
  }

  /** Words in random order: compressible, with references near and far. */
  static Bytes words(int size, long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    while (text.length() < size) {
      text.append("word").append(random.nextInt(2000)).append(' ');
    }
    return Bytes.utf8(text.substring(0, size));
  }

  /** The same bytes at a distance of 20,000, so that a large window finds them. */
  static Bytes farRepetition() {
    return join(List.of(random(20_000, 1), random(20_000, 1)));
  }

  static Bytes zeroes(int size) {
    return Bytes.of(new byte[size]);
  }

  static Bytes join(List<Bytes> parts) {
    var joined = new ByteArrayOutputStream();
    parts.forEach(part -> joined.writeBytes(part.toArray()));
    return Bytes.of(joined.toByteArray());
  }

  static Bytes compress(MessageDeflater deflater, Bytes message) {
    return Bytes.copyOf(deflater.compress(message.asBuffer()));
  }

  /** Blocks of which the last has BFINAL, with {@code before} as what was already said. */
  static Bytes finished(String text, Bytes before) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setDictionary(before.toArray());
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    var output = new byte[1000];
    var size = deflater.deflate(output);
    deflater.end();
    return Bytes.of(Arrays.copyOf(output, size));
  }

  static PayloadBuffer output() {
    return new PayloadBuffer(ByteSize.ofMegabytes(2));
  }

  static MessageInflater.Outcome inflate(
      MessageInflater inflater, Bytes compressed, PayloadBuffer out) {
    return inflater.inflate(compressed.asBuffer(), 0, compressed.size(), out);
  }

  /** A whole message inflated. */
  static Bytes message(MessageInflater inflater, Bytes compressed) {
    var out = output();
    require(inflate(inflater, compressed, out));
    require(inflater.finish(out));
    return Bytes.copyOf(out.view());
  }

  /** The same, given one byte after another. */
  static Bytes messageByteByByte(MessageInflater inflater, Bytes compressed) {
    var out = output();
    var source = ByteBuffer.wrap(compressed.toArray());
    for (var i = 0; i < compressed.size(); i++) {
      require(inflater.inflate(source, i, i + 1, out));
    }
    require(inflater.finish(out));
    return Bytes.copyOf(out.view());
  }

  private static void require(MessageInflater.Outcome outcome) {
    if (outcome != MessageInflater.Outcome.OK) {
      throw new AssertionError(outcome);
    }
  }
}
