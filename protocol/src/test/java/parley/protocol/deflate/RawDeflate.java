package parley.protocol.deflate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A slow and plain reader of DEFLATE blocks (RFC 1951), written apart from zlib, to measure what
 * zlib does not tell: how far back the references of a stream reach.
 */
final class RawDeflate {

  private static final int[] CODE_LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final int MAX_CODE_BITS = 15;
  private static final int END_OF_BLOCK = 256;

  /** A canonical Huffman code: how many codes each length has, and their symbols in order. */
  private record Code(List<Integer> counts, List<Integer> symbols) {

    static Code of(int[] lengths) {
      var counts = new ArrayList<Integer>();
      var symbols = new ArrayList<Integer>();
      for (var bits = 1; bits <= MAX_CODE_BITS; bits++) {
        var before = symbols.size();
        for (var symbol = 0; symbol < lengths.length; symbol++) {
          if (lengths[symbol] == bits) {
            symbols.add(symbol);
          }
        }
        counts.add(symbols.size() - before);
      }
      return new Code(counts, symbols);
    }
  }

  private final byte[] stream;
  private final List<Byte> output = new ArrayList<>();
  private int bit;
  private int largestDistance;

  private RawDeflate(byte[] stream) {
    this.stream = stream;
  }

  /** Reads the blocks of {@code stream}, which ends where a block ends, at a byte. */
  static RawDeflate read(byte[] stream) {
    var reader = new RawDeflate(stream);
    while (reader.bit < stream.length * 8) {
      reader.block();
    }
    return reader;
  }

  int largestDistance() {
    return largestDistance;
  }

  byte[] output() {
    var bytes = new ByteArrayOutputStream();
    output.forEach(bytes::write);
    return bytes.toByteArray();
  }

  private void block() {
    var isLast = bits(1) == 1;
    switch (bits(2)) {
      case 0 -> stored();
      case 1 -> coded(Code.of(fixedLiterals()), Code.of(lengths(30, 5)));
      case 2 -> dynamic();
      default -> throw new IllegalStateException("reserved block type");
    }
    if (isLast) {
      alignToByte();
    }
  }

  private void alignToByte() {
    bit = (bit + 7) / 8 * 8;
  }

  private void stored() {
    alignToByte();
    var length = bits(16);
    if (bits(16) != (length ^ 0xFFFF)) {
      throw new IllegalStateException("stored length");
    }
    for (var i = 0; i < length; i++) {
      output.add((byte) bits(8));
    }
  }

  private void dynamic() {
    var literals = bits(5) + 257;
    var distances = bits(5) + 1;
    var count = bits(4) + 4;
    var codeLengths = new int[19];
    for (var i = 0; i < count; i++) {
      codeLengths[CODE_LENGTH_ORDER[i]] = bits(3);
    }
    var all = codeLengths(Code.of(codeLengths), literals + distances);
    coded(
        Code.of(Arrays.copyOf(all, literals)),
        Code.of(Arrays.copyOfRange(all, literals, all.length)));
  }

  private int[] codeLengths(Code code, int count) {
    var lengths = new int[count];
    var next = 0;
    while (next < count) {
      var symbol = symbol(code);
      var value = symbol < 16 ? symbol : symbol == 16 ? lengths[next - 1] : 0;
      var repeat =
          switch (symbol) {
            case 16 -> 3 + bits(2);
            case 17 -> 3 + bits(3);
            case 18 -> 11 + bits(7);
            default -> 1;
          };
      Arrays.fill(lengths, next, next + repeat, value);
      next += repeat;
    }
    return lengths;
  }

  private static int[] fixedLiterals() {
    var lengths = lengths(288, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    return lengths;
  }

  private static int[] lengths(int count, int length) {
    var lengths = new int[count];
    Arrays.fill(lengths, length);
    return lengths;
  }

  private void coded(Code literalCode, Code distanceCode) {
    for (var symbol = symbol(literalCode); symbol != END_OF_BLOCK; symbol = symbol(literalCode)) {
      if (symbol < END_OF_BLOCK) {
        output.add((byte) symbol);
      } else {
        var length = length(symbol - 257);
        copy(length, distance(symbol(distanceCode)));
      }
    }
  }

  private int length(int code) {
    if (code < 8) {
      return 3 + code;
    }
    var extra = code / 4 - 1;
    return code == 28 ? 258 : 3 + ((4 + code % 4) << extra) + bits(extra);
  }

  private int distance(int code) {
    if (code < 4) {
      return 1 + code;
    }
    var extra = code / 2 - 1;
    return 1 + ((2 + code % 2) << extra) + bits(extra);
  }

  private void copy(int length, int distance) {
    largestDistance = Math.max(largestDistance, distance);
    for (var i = 0; i < length; i++) {
      output.add(output.get(output.size() - distance));
    }
  }

  /** Decodes one symbol bit by bit (RFC 1951, 3.2.2). */
  private int symbol(Code code) {
    var value = 0;
    var first = 0;
    var before = 0;
    for (var count : code.counts()) {
      value |= bits(1);
      if (value - first < count) {
        return code.symbols().get(before + value - first);
      }
      before += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new IllegalStateException("no such code");
  }

  private int bits(int count) {
    var value = 0;
    for (var i = 0; i < count; i++, bit++) {
      value |= ((stream[bit / 8] >> (bit % 8)) & 1) << i;
    }
    return value;
  }
}
