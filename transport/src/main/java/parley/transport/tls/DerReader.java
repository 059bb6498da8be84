package parley.transport.tls;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;

/** Elements of DER (X.690), one after the other; {@link Broken} where there is none. */
final class DerReader {

  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;

  /** What is no DER, or not the element that is expected. */
  static final class Broken extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  private final ByteBuffer rest;

  private DerReader(ByteBuffer rest) {
    this.rest = rest;
  }

  static DerReader of(byte[] der) {
    return new DerReader(ByteBuffer.wrap(der));
  }

  boolean hasMore() {
    return rest.hasRemaining();
  }

  /** Whether the next element has that tag. */
  boolean isNext(int tag) {
    return hasMore() && (rest.get(rest.position()) & 0xFF) == tag;
  }

  /** Goes into the next element, which has that tag. */
  DerReader into(int tag) {
    return new DerReader(content(tag));
  }

  byte[] octets() {
    return bytes(content(OCTETS));
  }

  int integer() {
    return new BigInteger(bytes(content(INTEGER))).intValueExact();
  }

  /** Dotted, such as {@code 2.5.29.17}. */
  String oid() {
    var content = content(OID);
    var arcs = new ArrayList<String>();
    while (content.hasRemaining()) {
      var arc = arc(content);
      if (arcs.isEmpty()) {
        var first = Math.min(arc / 40, 2);
        arcs.add("" + first);
        arcs.add("" + (arc - 40 * first));
      } else {
        arcs.add("" + arc);
      }
    }
    return String.join(".", arcs);
  }

  private static long arc(ByteBuffer content) {
    var value = 0L;
    while (content.hasRemaining()) {
      var octet = content.get();
      value = value << 7 | (octet & 0x7F);
      if (octet >= 0) {
        return value;
      }
    }
    throw new Broken("an object identifier is cut off");
  }

  /** The content of the next element with that tag; the others are passed over. */
  Optional<byte[]> find(int tag) {
    while (hasMore()) {
      var next = rest.get(rest.position()) & 0xFF;
      var content = content(next);
      if (next == tag) {
        return Optional.of(bytes(content));
      }
    }
    return Optional.empty();
  }

  private ByteBuffer content(int tag) {
    if (!isNext(tag)) {
      throw new Broken("expected an element of the kind 0x" + Integer.toHexString(tag));
    }
    rest.get();
    var length = length();
    if (length < 0 || length > rest.remaining()) {
      throw new Broken("an element is cut off");
    }
    var content = rest.slice(rest.position(), length);
    rest.position(rest.position() + length);
    return content;
  }

  private int length() {
    if (!hasMore()) {
      return -1;
    }
    var first = rest.get() & 0xFF;
    if (first < 0x80) {
      return first;
    }
    var octets = first & 0x7F;
    if (octets > 3 || octets > rest.remaining()) {
      return -1;
    }
    var length = 0;
    for (var i = 0; i < octets; i++) {
      length = length << 8 | (rest.get() & 0xFF);
    }
    return length;
  }

  private static byte[] bytes(ByteBuffer content) {
    var bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }
}
