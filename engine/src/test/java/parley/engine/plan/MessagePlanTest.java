package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.model.collection.CloseWith;
import parley.model.collection.Content;
import parley.model.collection.FrameParts;
import parley.model.collection.Message;
import parley.model.collection.Message.Wire;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** Messages as they go to the wire, by their kinds. */
final class MessagePlanTest {

  private static MessagePlan plan(Content content, Wire wire) {
    var compiling = Written.compiling(Map.of("cat.png", "meow"));
    var plan =
        MessagePlan.of(new Message(content, wire, true, Written.AT), ByteSize.ZERO, compiling);
    assertThat(Written.problems(compiling)).isEmpty();
    return plan;
  }

  private static String told(Content content) {
    return told(content, Wire.BY_KIND);
  }

  private static String told(Content content, Wire wire) {
    return told(plan(content, wire).render(Sight.ofNothing()));
  }

  private static String told(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Ready(var outgoing) -> told(outgoing);
      case Rendering.NeedsFile(var path) -> "needs " + path + " of " + path.at();
      case Rendering.Faulty(var at, var text) ->
          "faulty at %d:%d: %s".formatted(at.line(), at.column(), text);
    };
  }

  private static String told(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text text -> "text " + text.payload().toText();
      case Outgoing.Binary binary -> "binary " + binary.payload().toHex();
      case Outgoing.Ping ping -> "ping " + ping.payload().toText();
      case Outgoing.Pong pong -> "pong " + pong.payload().toText();
      case Outgoing.Close close -> "close " + close.body().toHex();
      case Outgoing.Frame frame -> "frame " + frame.header() + " " + frame.payload().toHex();
      case Outgoing.Raw raw -> "raw " + raw.bytes().toHex();
    };
  }

  private static String problems(Content content) {
    var compiling = Written.compiling();
    var plan =
        MessagePlan.of(
            new Message(content, Wire.BY_KIND, true, Written.AT), ByteSize.ZERO, compiling);
    assertThat(plan.slots().isEmpty()).isTrue();
    return Written.problems(compiling);
  }

  @Nested
  final class Texts {

    @Test
    void standAsTheyAre() {
      assertThat(told(new Content.Text(Written.source("a \\{{ {{room}} {{limit}}"))))
          .isEqualTo("text a {{ main 12.50");
      assertThat(told(new Content.JsonBlock(Written.source("{ \"a\":  {{list}} }"))))
          .isEqualTo("text { \"a\":  [1,2] }");
      assertThat(told(new Content.Xml(Written.source("<a/>")), Wire.BINARY))
          .isEqualTo("binary 3c612f3e");
      assertThat(told(new Content.Text(Written.source("{{later}}"))))
          .isEqualTo("faulty at 3:7: later has no value yet");
    }

    @Test
    void jsonIsCompactWithItsNumbersAsWritten() {
      var json = Written.json("{\"a\":1.10,\"b\":[true,null,\"{{limit}}\",\"x\"],\"{{room}}\":{}}");
      assertThat(told(new Content.JsonValue(json)))
          .isEqualTo("text {\"a\":1.10,\"b\":[true,null,12.50,\"x\"],\"main\":{}}");
      assertThat(told(new Content.JsonValue(Written.json("[]")))).isEqualTo("text []");
      assertThat(told(new Content.JsonValue(Written.json("\"{{user}}\""))))
          .isEqualTo("text {\"name\":\"ann\",\"age\":30}");
      assertThat(told(new Content.JsonValue(Written.json("{\"a\":\"{{later}}\"}"))))
          .isEqualTo("faulty at 3:7: later has no value yet");
    }
  }

  @Nested
  final class BytesOfThem {

    @Test
    void inHexAndBase64() {
      assertThat(told(new Content.Hex(Written.source("00 fF\n1e")))).isEqualTo("binary 00ff1e");
      assertThat(told(new Content.Hex(Written.source("6869")), Wire.TEXT)).isEqualTo("text hi");
      assertThat(told(new Content.Base64(Written.source("AA EC")))).isEqualTo("binary 000102");
      assertThat(told(new Content.Hex(Written.source("{{room}}"))))
          .isEqualTo("faulty at 3:5: found \"main\", expected hex digits in pairs, such as 00 ff");
      assertThat(problems(new Content.Base64(Written.source("?"))))
          .isEqualTo("3:5 found \"?\", expected base64, such as AAEC");
    }

    @Test
    void ofAFile() {
      var plan = plan(new Content.File(Written.source("{{'cat'}}.png")), Wire.BY_KIND);
      assertThat(told(plan.render(Sight.ofNothing()))).isEqualTo("needs cat.png of a.ws.yaml:3:5");
      assertThat(told(plan.render(Sight.ofNothing(), Bytes.utf8("meow"))))
          .isEqualTo("binary 6d656f77");
      assertThat(told(new Content.File(Written.source("cat.png"))))
          .isEqualTo("needs cat.png of a.ws.yaml:3:5");
      assertThat(told(new Content.File(Written.source("{{later}}.png"))))
          .isEqualTo("faulty at 3:7: later has no value yet");
      assertThat(problems(new Content.File(Written.source("dog.png"))))
          .isEqualTo("3:5 found `dog.png`: there are no files here, expected a file");
    }

    @Test
    void straightToTheWire() {
      assertThat(told(new Content.Raw(Written.source("81 00")))).isEqualTo("raw 8100");
    }
  }

  @Nested
  final class ControlFrames {

    @Test
    void pings() {
      assertThat(told(new Content.Ping(Written.source("{{room}}")))).isEqualTo("ping main");
    }

    @Test
    void closes() {
      assertThat(told(new Content.Close(new CloseWith(null, null)))).isEqualTo("close ");
      assertThat(told(new Content.Close(new CloseWith(1005, null)))).isEqualTo("close 03ed");
      assertThat(told(new Content.Close(new CloseWith(3000, Written.source("{{room}}")))))
          .isEqualTo("close 0bb86d61696e");
      assertThat(told(new Content.Close(new CloseWith(null, Written.source("a")))))
          .isEqualTo("close 03e861");
    }
  }

  @Nested
  final class Frames {

    private static FrameParts parts(boolean masked, String mask) {
      return new FrameParts(
          false,
          true,
          false,
          true,
          3,
          masked,
          mask.isEmpty() ? null : Written.source(mask),
          new Content.Hex(Written.source("00 ff")));
    }

    private static Outgoing.Frame frame(FrameParts parts, Compiling compiling) {
      var message = new Message(new Content.Frame(parts), Wire.BY_KIND, true, Written.AT);
      var plan = MessagePlan.of(message, ByteSize.ZERO, compiling);
      return (Outgoing.Frame) ((Rendering.Ready) plan.render(Sight.ofNothing())).outgoing();
    }

    @Test
    void areExactlyAsSaid() {
      var header = frame(parts(false, ""), Written.compiling()).header();
      assertThat(header.fin()).isFalse();
      assertThat(header.rsv1()).isTrue();
      assertThat(header.rsv2()).isFalse();
      assertThat(header.rsv3()).isTrue();
      assertThat(header.opcode().code()).isEqualTo(3);
      assertThat(header.masked()).isFalse();
      assertThat(header.payloadLength()).isEqualTo(2);
    }

    @Test
    void areMaskedByClientsUnlessSaidOtherwise() {
      var random = frame(parts(true, ""), Written.compiling()).header();
      assertThat(random.masked()).isTrue();
      assertThat(random.maskingKey()).isNotZero();
      assertThat(frame(parts(true, "0a0b0c0d"), Written.compiling()).header().maskingKey())
          .isEqualTo(0x0a0b0c0d);
      assertThat(frame(parts(true, "{{'fffffffe'}}"), Written.compiling()).header().maskingKey())
          .isEqualTo(-2);
      assertThat(frame(parts(true, ""), Written.compiling().forServer()).header().masked())
          .isFalse();
      assertThat(frame(parts(true, "00000001"), Written.compiling().forServer()).header().masked())
          .isTrue();
    }

    @Test
    void withAMaskThatIsNoneAreFaulty() {
      assertThat(told(new Content.Frame(parts(true, "{{room}}"))))
          .isEqualTo("faulty at 3:5: found \"main\", expected a masking key of eight hex digits");
      assertThat(told(new Content.Frame(parts(true, "{{room + room}}"))))
          .isEqualTo(
              "faulty at 3:5: found \"mainmain\", expected a masking key of eight hex digits");
      assertThat(told(new Content.Frame(parts(true, "{{later}}"))))
          .isEqualTo("faulty at 3:7: later has no value yet");
    }

    @Test
    void mayCarryNothing() {
      var parts = new FrameParts(true, false, false, false, 9, false, null, null);
      assertThat(told(new Content.Frame(parts))).endsWith(" ");
    }
  }

  @Test
  void constantMessagesAreMadeOnce() {
    var plan = plan(new Content.JsonValue(Written.json("{\"a\":1}")), Wire.BY_KIND);
    assertThat(plan.render(Sight.ofNothing())).isSameAs(plan.render(Sight.ofNothing()));
    assertThat(plan.slots().isEmpty()).isTrue();
  }

  @Test
  void theSlotsOfAllPartsAreKnown() {
    assertThat(plan(new Content.Text(Written.source("{{limit}}{{user.name}}")), Wire.TEXT).slots())
        .hasToString("{0, 3}");
    assertThat(
            plan(new Content.JsonValue(Written.json("[{\"{{room}}\":\"{{list}}\"},1]")), Wire.TEXT)
                .slots())
        .hasToString("{1, 2}");
    assertThat(plan(new Content.File(Written.source("{{room}}")), Wire.TEXT).slots())
        .hasToString("{1}");
    var frame = new FrameParts(true, false, false, false, 1, true, Written.source("{{sep}}"), null);
    assertThat(plan(new Content.Frame(frame), Wire.TEXT).slots()).hasToString("{5}");
    var bare = new FrameParts(true, false, false, false, 1, true, null, null);
    assertThat(plan(new Content.Frame(bare), Wire.TEXT).slots()).hasToString("{}");
  }

  @Test
  void aMessageMayBeSplitAndLeftUncompressed() {
    var message =
        new Message(new Content.Text(Written.source("abc")), Wire.BY_KIND, false, Written.AT);
    var plan = MessagePlan.of(message, ByteSize.of(2), Written.compiling());
    assertThat(plan.render(Sight.ofNothing()))
        .isEqualTo(
            new Rendering.Ready(
                new Outgoing.Text(
                    Bytes.utf8("abc"),
                    Framing.WHOLE.withFragment(ByteSize.of(2)).withCompress(false))));
  }
}
