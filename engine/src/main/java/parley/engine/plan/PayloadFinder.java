package parley.engine.plan;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import parley.engine.function.Checksum;
import parley.engine.function.Result;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;

/** What is known of a message's bytes: themselves, how many they are, a checksum over them. */
record PayloadFinder(Function<MessageSight, Result> of) implements Finder {

  private static final Map<String, Function<MessageSight, Result>> WRITTEN =
      Map.of(
          "hex", sight -> Result.of(bytes(sight).toHex()),
          "base64", sight -> Result.of(Base64.getEncoder().encodeToString(bytes(sight).toArray())));
  private static final Map<String, Function<MessageSight, Result>> COUNTED =
      Map.of(
          "bytes",
          sight -> Result.of(sight.payload().remaining()),
          "characters",
          PayloadFinder::characters);

  /** The bytes themselves, written as text. */
  static PayloadFinder written(Source argument, Compiling compiling) {
    return of(WRITTEN, argument, compiling);
  }

  /** How many there are. */
  static PayloadFinder counted(Source argument, Compiling compiling) {
    return of(COUNTED, argument, compiling);
  }

  static PayloadFinder checksum(Source argument, Compiling compiling) {
    return of(checksums(), argument, compiling);
  }

  private static PayloadFinder of(
      Map<String, Function<MessageSight, Result>> known, Source argument, Compiling compiling) {
    var of = known.get(argument.text());
    if (of == null) {
      compiling.unknown(argument.at(), argument.text(), "one of", known.keySet());
      return new PayloadFinder(_ -> Faults.missing("nothing"));
    }
    return new PayloadFinder(of);
  }

  private static Map<String, Function<MessageSight, Result>> checksums() {
    var all = new LinkedHashMap<String, Function<MessageSight, Result>>();
    for (var one : Checksum.values()) {
      all.put(one.word(), sight -> Result.of(one.hex(bytes(sight).toArray())));
    }
    return all;
  }

  private static Bytes bytes(MessageSight sight) {
    ByteBuffer payload = sight.payload();
    return Bytes.copyOf(payload.duplicate());
  }

  private static Result characters(MessageSight sight) {
    return switch (MessageText.of(sight)) {
      case MessageText.Text(var text) -> Result.of(text.codePointCount(0, text.length()));
      case MessageText.None(var fault) -> fault;
    };
  }

  @Override
  public Matches find(MessageSight sight) {
    return sight.hasMessage()
        ? Matches.of(of.apply(sight))
        : new Matches.None(Faults.invalid("there is not exactly one message here"));
  }
}
