package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** RFC 7692, 6 and 7.2: compressed messages among the others. */
class CompressionTest {

  private static final String HELLO = "f2 48 cd c9 c9 07 00"; // RFC 7692, 7.2.3.1

  private static Talk talk(Role role, DeflateParameters agreed) {
    return Talk.of(EndpointOptions.of(role).withDeflate(agreed));
  }

  @Test
  void compressedMessageIsInflated() {
    talk(Role.CLIENT, DeflateParameters.DEFAULT)
        .receive("c1 07 " + HELLO)
        .says("text Hello compressed");
  }

  @Test
  void fragmentedCompressedMessageIsInflated() {
    talk(Role.CLIENT, DeflateParameters.DEFAULT)
        .receive("41 03 f2 48 cd 80 04 c9 c9 07 00")
        .says("text Hello compressed in 2 frames");
  }

  @Test
  void contextIsKeptFromMessageToMessage() {
    // RFC 7692, 7.2.3.2: the second Hello refers to the first.
    talk(Role.CLIENT, DeflateParameters.DEFAULT)
        .receive("c1 07 " + HELLO + " c1 05 f2 00 11 00 00")
        .says("text Hello compressed", "text Hello compressed");
  }

  @Test
  void uncompressedMessagesMayStandBetween() {
    talk(Role.CLIENT, DeflateParameters.DEFAULT)
        .receive("81 01 41 c1 07 " + HELLO + " 82 01 42")
        .says("text A", "text Hello compressed", "binary 42");
  }

  @Test
  void wrongUtf8IsFoundInTheInflatedText() {
    var sender = talk(Role.SERVER, DeflateParameters.DEFAULT);
    sender.send(new Outgoing.Text(Bytes.hex("41ff"), Framing.WHOLE));
    var talk = talk(Role.CLIENT, DeflateParameters.DEFAULT).receive(wire(sender).getFirst());
    assertThat(talk.lines()).first().isEqualTo("! TEXT_NOT_UTF8: byte 0xFF at offset 1");
  }

  @Test
  void messageIsSentCompressed() {
    talk(Role.SERVER, DeflateParameters.DEFAULT)
        .send(Outgoing.text("Hello"))
        .send(Outgoing.text("Hello"))
        .says("> c1 07 " + HELLO, "sent", "> c1 05 f2 00 11 00 00", "sent");
  }

  @Test
  void compressionIsOffForOneMessage() {
    talk(Role.SERVER, DeflateParameters.DEFAULT)
        .send(new Outgoing.Text(Bytes.utf8("A"), Framing.WHOLE.withCompress(false)))
        .says("> 81 01 41", "sent");
  }

  @Test
  void onlyTheFirstFragmentIsMarked() {
    talk(Role.SERVER, DeflateParameters.DEFAULT)
        .send(new Outgoing.Text(Bytes.utf8("Hello"), Framing.WHOLE.withFragment(ByteSize.of(4))))
        .says("> 41 04 f2 48 cd c9", "> 80 03 c9 07 00", "sent");
  }

  @Test
  void everyAgreementIsUnderstoodByTheOtherSide() {
    var text = "to be or not to be, ".repeat(100);
    for (var agreed : agreements()) {
      for (var role : Role.values()) {
        var sender = talk(role, agreed).send(Outgoing.text(text)).send(Outgoing.text(text));
        var receiver = talk(role.peer(), agreed);
        wire(sender).forEach(receiver::receive);
        receiver.says("text " + text + " compressed", "text " + text + " compressed");
        sender.endpoint().release();
        receiver.endpoint().release();
      }
    }
  }

  private static List<DeflateParameters> agreements() {
    return Stream.of(8, 9, 12, 15)
        .flatMap(bits ->
            Stream.of(
                new DeflateParameters(false, false, bits, 15),
                new DeflateParameters(true, false, 15, bits),
                new DeflateParameters(false, true, bits, bits)))
        .toList();
  }

  private static List<String> wire(Talk talk) {
    return talk.lines().stream()
        .filter(line -> line.startsWith("> "))
        .map(line -> line.substring(2))
        .toList();
  }

  @Test
  void nothingIsReleasedWithoutCompression() {
    Talk.client().endpoint().release();
  }
}
