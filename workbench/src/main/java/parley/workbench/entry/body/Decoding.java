package parley.workbench.entry.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import parley.model.value.JsonWriter;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * What a payload is when it is unpacked.
 *
 * @param how the packings, the outermost first, such as {@code base64, gzip}
 */
record Decoding(Bytes bytes, List<String> how) {

  /** What is unpacked at most: a few bytes can unpack to very many. */
  static final ByteSize LIMIT = ByteSize.ofMegabytes(64);

  private static final int MAX_LAYERS = 4;
  private static final int MIN_BASE64_CHARACTERS = 16;

  /** Empty when the payload is not packed in any known way. */
  static Optional<Decoding> of(Bytes payload) {
    var how = new ArrayList<String>();
    var bytes = payload;
    while (how.size() < MAX_LAYERS) {
      var layer = layer(bytes);
      if (layer.isEmpty()) {
        break;
      }
      bytes = layer.get().bytes();
      how.addAll(layer.get().how());
    }
    return how.isEmpty() ? Optional.empty() : Optional.of(new Decoding(bytes, how));
  }

  private static Optional<Decoding> layer(Bytes bytes) {
    if (isGzip(bytes)) {
      return unpacked(bytes, "gzip", GZIPInputStream::new);
    }
    if (isZlib(bytes)) {
      return unpacked(bytes, "zlib", InflaterInputStream::new);
    }
    return base64(bytes).or(() -> messagePack(bytes));
  }

  /** RFC 1952, 2.3.1. */
  private static boolean isGzip(Bytes bytes) {
    return bytes.size() > 18 && bytes.at(0) == 0x1F && bytes.at(1) == (byte) 0x8B;
  }

  /** RFC 1950, 2.2: deflate with a window of 32 KB or less, and a checksum over both bytes. */
  private static boolean isZlib(Bytes bytes) {
    return bytes.size() > 6
        && (bytes.at(0) & 0x0F) == 8
        && (bytes.at(0) & 0xF0) <= 0x70
        && ((bytes.at(0) & 0xFF) * 256 + (bytes.at(1) & 0xFF)) % 31 == 0;
  }

  private interface Unpacker {
    InputStream open(InputStream packed) throws IOException;
  }

  private static Optional<Decoding> unpacked(Bytes bytes, String how, Unpacker unpacker) {
    try (var in = unpacker.open(new ByteArrayInputStream(bytes.toArray()))) {
      return Optional.of(new Decoding(Bytes.of(in.readNBytes(LIMIT.toInt())), List.of(how)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Decoding> base64(Bytes bytes) {
    if (bytes.size() < MIN_BASE64_CHARACTERS || !isBase64(bytes)) {
      return Optional.empty();
    }
    try {
      var text = bytes.toText().strip();
      var decoder = isUrlForm(text) ? Base64.getUrlDecoder() : Base64.getMimeDecoder();
      return Optional.of(new Decoding(Bytes.of(decoder.decode(text)), List.of("base64")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isUrlForm(String text) {
    return text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
  }

  /** Words and numbers are base64, too: it takes letters of both cases and a whole length. */
  private static boolean isBase64(Bytes bytes) {
    var upper = false;
    var lower = false;
    var characters = 0;
    for (var i = 0; i < bytes.size(); i++) {
      var c = (char) (bytes.at(i) & 0xFF);
      var isLetter = c < 0x80 && Character.isLetter(c);
      upper |= isLetter && Character.isUpperCase(c);
      lower |= isLetter && Character.isLowerCase(c);
      if (isLetter || "0123456789+/-_=".indexOf(c) >= 0) {
        characters++;
      } else if (c != '\r' && c != '\n') {
        return false;
      }
    }
    return upper && lower && characters % 4 == 0;
  }

  private static Optional<Decoding> messagePack(Bytes bytes) {
    return MessagePack.read(bytes)
        .map(value -> new Decoding(Bytes.utf8(JsonWriter.write(value)), List.of("MessagePack")));
  }
}
