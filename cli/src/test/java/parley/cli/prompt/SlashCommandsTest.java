package parley.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Opcode;
import parley.transport.connection.Pace;

class SlashCommandsTest {

  private static SlashCommand command(String line) {
    return switch (SlashCommands.parse(line)) {
      case SlashCommands.Parsed.Command(var command) -> command;
      case SlashCommands.Parsed.Problem(var text) -> throw new AssertionError(text);
    };
  }

  private static String problem(String line) {
    return SlashCommands.parse(line) instanceof SlashCommands.Parsed.Problem(var text) ? text : "";
  }

  private static Outgoing sent(String line) {
    return ((SlashCommand.Send) command(line)).outgoing();
  }

  private static Outgoing.Frame frame(String settings) {
    return (Outgoing.Frame) sent("/frame mask=01020304 " + settings);
  }

  @Test
  void pingsAndPongsCarryTheirText() {
    assertThat(sent("/ping hi there")).isEqualTo(new Outgoing.Ping(Bytes.utf8("hi there")));
    assertThat(sent("/pong")).isEqualTo(new Outgoing.Pong(Bytes.EMPTY));
  }

  @Test
  void messagesAreWrittenWithEscapesOrInHex() {
    assertThat(sent("/text one\\ntwo"))
        .isEqualTo(new Outgoing.Text(Bytes.utf8("one\ntwo"), Framing.WHOLE));
    assertThat(sent("/binary 00 ff")).isEqualTo(Outgoing.binary(Bytes.hex("00ff")));
    assertThat(sent("/raw 8100")).isEqualTo(new Outgoing.Raw(Bytes.hex("8100")));
  }

  @Test
  void closeTakesACodeAndAReason() {
    assertThat(command("/close")).isEqualTo(new SlashCommand.Close(null));
    assertThat(command("/close 4001 all done"))
        .isEqualTo(new SlashCommand.Close(CloseStatus.of(new CloseCode(4001), "all done")));
  }

  @Test
  void aFrameIsByTheBookUnlessToldOtherwise() {
    assertThat(frame("text hello"))
        .isEqualTo(
            new Outgoing.Frame(
                FrameHeader.of(Opcode.TEXT, true, 5).maskedWith(0x01020304), Bytes.utf8("hello")));
  }

  @Test
  void aFrameMayBreakEveryRule() {
    assertThat(sent("/frame nofin rsv1 rsv3 unmasked len=64 claim=18446744073709551615 0xB hex:00"))
        .isEqualTo(
            new Outgoing.Frame(
                new FrameHeader(
                    false,
                    true,
                    false,
                    true,
                    Opcode.RESERVED_B,
                    false,
                    0,
                    LengthForm.SIXTY_FOUR_BIT,
                    -1L),
                Bytes.hex("00")));
  }

  @Test
  void aFrameMayBeChopped() {
    assertThat(((SlashCommand.Send) command("/frame chop=2,50ms text hello")).pace())
        .contains(new Pace(ByteSize.of(2), Duration.ofMillis(50)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/frame",
        "/frame loud text",
        "/frame mask=1 text",
        "/frame len=9 text",
        "/frame chop=0 text",
        "/frame len=7 claim=200 text",
        "/frame text hex:0"
      })
  void whatIsNoFrameIsExplained(String line) {
    assertThat(problem(line)).startsWith("/frame [SETTING...] OPCODE [PAYLOAD]: expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/close soon",
        "/binary 0",
        "/raw zz",
        "/text \\q",
        "/save",
        "/load",
        "/filter /(/",
        "/pretty maybe",
        "/quit now"
      })
  void whatIsMissingOrWrongIsExplained(String line) {
    assertThat(problem(line)).contains("expected", "for example");
  }

  @Test
  void aMisspeltCommandIsGuessed() {
    assertThat(problem("/cloze 1000")).contains("did you mean /close?");
  }

  @Test
  void aFilterIsATextOrARegularExpression() {
    var text = ((SlashCommand.ShowOnly) command("/filter Hello")).filter().orElseThrow();
    assertThat(text.passes(Bytes.utf8("oh HELLO"))).isTrue();
    assertThat(text.passes(Bytes.utf8("bye"))).isFalse();
    var regex = ((SlashCommand.ShowOnly) command("/filter /^h.$/")).filter().orElseThrow();
    assertThat(regex.passes(Bytes.utf8("hi"))).isTrue();
    assertThat(((SlashCommand.ShowOnly) command("/filter")).filter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\": [1,", " [", "{\"a\":\"}", "[\"\\\""})
  void unfinishedJsonGoesOn(String text) {
    assertThat(JsonBalance.isUnfinished(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello {", "{}", "[\"]\"]", "{\"a\":\"\\\"}\"}", "}}", "/frame {"})
  void everythingElseIsSentAtEnter(String text) {
    assertThat(JsonBalance.isUnfinished(text)).isFalse();
  }
}
