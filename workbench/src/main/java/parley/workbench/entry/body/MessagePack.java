package parley.workbench.entry.body;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** Reads MessagePack as JSON has it: bytes as base64, keys as texts. */
final class MessagePack {

  private static final int MAX_DEPTH = 64;

  private final ByteBuffer in;

  private MessagePack(ByteBuffer in) {
    this.in = in;
  }

  /** The map or list that the bytes are, and nothing else; empty for other bytes. */
  static Optional<Value> read(Bytes bytes) {
    if (bytes.isEmpty() || !isContainer(bytes.at(0) & 0xFF)) {
      return Optional.empty();
    }
    var reader = new MessagePack(bytes.asBuffer());
    try {
      var value = reader.value(0);
      return reader.in.hasRemaining() ? Optional.empty() : Optional.of(value);
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isContainer(int tag) {
    return (tag >= 0x80 && tag <= 0x9F) || (tag >= 0xDC && tag <= 0xDF);
  }

  private Value value(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("too deep");
    }
    var tag = in.get() & 0xFF;
    if (tag <= 0x7F) {
      return Value.of(tag);
    }
    if (tag >= 0xE0) {
      return Value.of((byte) tag);
    }
    if (tag <= 0x8F) {
      return map(tag & 0x0F, depth);
    }
    if (tag <= 0x9F) {
      return list(tag & 0x0F, depth);
    }
    return tag <= 0xBF ? text(tag & 0x1F) : tagged(tag, depth);
  }

  private Value tagged(int tag, int depth) {
    return switch (tag) {
      case 0xC0 -> Value.NULL;
      case 0xC2 -> Value.of(false);
      case 0xC3 -> Value.of(true);
      case 0xC4 -> binary(in.get() & 0xFF);
      case 0xC5 -> binary(in.getShort() & 0xFFFF);
      case 0xC6 -> binary(in.getInt());
      case 0xC7 -> extension(in.get() & 0xFF);
      case 0xC8 -> extension(in.getShort() & 0xFFFF);
      case 0xC9 -> extension(in.getInt());
      case 0xCA -> number(new BigDecimal(Float.toString(finite(in.getFloat()))));
      case 0xCB -> number(BigDecimal.valueOf(finite(in.getDouble())));
      case 0xCC -> Value.of(in.get() & 0xFF);
      case 0xCD -> Value.of(in.getShort() & 0xFFFF);
      case 0xCE -> Value.of(in.getInt() & 0xFFFFFFFFL);
      case 0xCF -> number(new BigDecimal(new BigInteger(1, bytes(8))));
      case 0xD0 -> Value.of(in.get());
      case 0xD1 -> Value.of(in.getShort());
      case 0xD2 -> Value.of(in.getInt());
      case 0xD3 -> Value.of(in.getLong());
      case 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> extension(1 << (tag - 0xD4));
      case 0xD9 -> text(in.get() & 0xFF);
      case 0xDA -> text(in.getShort() & 0xFFFF);
      case 0xDB -> text(in.getInt());
      case 0xDC -> list(in.getShort() & 0xFFFF, depth);
      case 0xDD -> list(in.getInt(), depth);
      case 0xDE -> map(in.getShort() & 0xFFFF, depth);
      case 0xDF -> map(in.getInt(), depth);
      default -> throw new IllegalArgumentException("no such type");
    };
  }

  private static float finite(float number) {
    return (float) finite((double) number);
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    return number;
  }

  private static Value number(BigDecimal number) {
    return Decimal.of(number).orElseThrow(() -> new IllegalArgumentException("too large"));
  }

  private byte[] bytes(int size) {
    if (size < 0 || size > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[size];
    in.get(bytes);
    return bytes;
  }

  private Value text(int size) {
    return Value.of(new String(bytes(size), StandardCharsets.UTF_8));
  }

  private Value binary(int size) {
    return Value.of(Base64.getEncoder().encodeToString(bytes(size)));
  }

  private Value extension(int size) {
    var type = in.get();
    var fields = new LinkedHashMap<String, Value>();
    fields.put("type", Value.of(type));
    fields.put("base64", binary(size));
    return Value.of(fields);
  }

  private Value list(int size, int depth) {
    requireRoom(size);
    var items = new ArrayList<Value>();
    for (var i = 0; i < size; i++) {
      items.add(value(depth + 1));
    }
    return Value.of(items);
  }

  private Value map(int size, int depth) {
    requireRoom(size);
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < size; i++) {
      var key = value(depth + 1);
      fields.put(
          key instanceof Value.Text(var text) ? text : JsonWriter.write(key), value(depth + 1));
    }
    return Value.of(fields);
  }

  /** Each item takes a byte at least. */
  private void requireRoom(int size) {
    if (size < 0 || size > in.remaining()) {
      throw new BufferUnderflowException();
    }
  }
}
