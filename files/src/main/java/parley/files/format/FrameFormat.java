package parley.files.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.files.shape.Key;
import parley.files.shape.LazyShape;
import parley.files.shape.MapShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Values;
import parley.model.collection.Content;
import parley.model.collection.FrameParts;
import parley.model.collection.Source;

/** A frame by its parts. */
final class FrameFormat {

  private static final Key<Boolean> FIN =
      Key.<Boolean>of("fin", Scalars.FLAG, "Whether it is the last frame of its message.")
          .orElse("true");
  private static final Key<Boolean> RSV1 = reserved("rsv1");
  private static final Key<Boolean> RSV2 = reserved("rsv2");
  private static final Key<Boolean> RSV3 = reserved("rsv3");
  private static final Key<Integer> OPCODE =
      Key.<Integer>of("opcode", ScalarShape.ofWords(opcodes()), "What the frame is.")
          .orElse("text");
  private static final Key<Source> MASK =
      Key.of(
          "mask",
          Scalars.textIf("`none`, or the key as eight hex digits", FrameFormat::isMask),
          "The masking key; a random one unless said, `none` for a frame without mask.");
  private static final Key<Content> PAYLOAD =
      Key.of("payload", new LazyShape<>(() -> MessageFormat.PAYLOAD), "What the frame carries.");

  static final MapShape<FrameParts> FRAME =
      MapShape.of(
          "a frame",
          "One frame exactly as said, legal or not (RFC 6455, 5.2).",
          List.of(FIN, RSV1, RSV2, RSV3, OPCODE, MASK, PAYLOAD),
          FrameFormat::frame);

  private FrameFormat() {}

  private static FrameParts frame(Values values) {
    var masked = values.find(MASK).filter(mask -> mask.text().equals("none")).isEmpty();
    return new FrameParts(
        values.get(FIN),
        values.get(RSV1),
        values.get(RSV2),
        values.get(RSV3),
        values.get(OPCODE),
        masked,
        masked ? values.orNull(MASK) : null,
        values.orNull(PAYLOAD));
  }

  private static Key<Boolean> reserved(String name) {
    return Key.<Boolean>of(name, Scalars.FLAG, "Whether the reserved bit is set.").orElse("false");
  }

  private static Map<String, Integer> opcodes() {
    var words = new LinkedHashMap<String, Integer>();
    for (var code = 0; code < 16; code++) {
      words.put(Integer.toString(code), code);
    }
    words.put("continuation", 0);
    words.put("text", 1);
    words.put("binary", 2);
    words.put("close", 8);
    words.put("ping", 9);
    words.put("pong", 10);
    return words;
  }

  private static boolean isMask(String text) {
    return text.equals("none") || text.matches("[0-9a-fA-F]{8}");
  }
}
