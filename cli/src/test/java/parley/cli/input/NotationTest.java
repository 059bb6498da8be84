package parley.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.frame.Bytes;

class NotationTest {

  private static Notation.Decoded read(Notation notation, String written) {
    return notation.read(Bytes.utf8(written));
  }

  @Test
  void hexMayHaveSpacesColonsAndLineBreaks() {
    var payload = new Notation.Decoded.Payload(Bytes.hex("00ff7e"));
    assertThat(read(Notation.HEX, "00ff7e")).isEqualTo(payload);
    assertThat(read(Notation.HEX, "00 FF:7e\r\n")).isEqualTo(payload);
    assertThat(read(Notation.HEX, "")).isEqualTo(new Notation.Decoded.Payload(Bytes.EMPTY));
  }

  @ParameterizedTest
  @CsvSource({"AP9+,00ff7e", "AP8,00ff", "AP8=,00ff", "_-8=,ffef"})
  void base64MayBeUrlSafeAndUnpadded(String written, String hex) {
    assertThat(read(Notation.BASE64, written))
        .isEqualTo(new Notation.Decoded.Payload(Bytes.hex(hex)));
  }

  @ParameterizedTest
  @CsvSource({
    "a\\n\\r\\t\\0\\\\,610a0d09005c",
    "\\x1e\\xff,1eff",
    "\\u00e9,c3a9",
    "\\ud83d\\ude00,f09f9880",
    "\\\"\\'\\a\\b\\e\\f\\v,222707081b0c0b"
  })
  void escapesAreThoseOfC(String written, String hex) {
    assertThat(read(Notation.ESCAPED, written))
        .isEqualTo(new Notation.Decoded.Payload(Bytes.hex(hex)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\q", "\\x1", "\\u12g4"})
  void unknownEscapesAreRefused(String written) {
    assertThat(read(Notation.ESCAPED, written)).isInstanceOf(Notation.Decoded.Unreadable.class);
  }

  @Test
  void problemsSayWhatWasFoundAndExpected() {
    assertThat(read(Notation.HEX, "0g"))
        .isEqualTo(
            new Notation.Decoded.Unreadable(
                "'g' is no hex digit: expected pairs of digits, such as 00 ff 7e"));
    assertThat(read(Notation.HEX, "123")).isInstanceOf(Notation.Decoded.Unreadable.class);
    assertThat(read(Notation.BASE64, "***")).isInstanceOf(Notation.Decoded.Unreadable.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Notation.class,
      names = {"HEX", "BASE64", "PLAIN"})
  void whatIsWrittenReadsTheSame(Notation notation) {
    var payload = Bytes.hex("00ff1e0d0a5c");
    assertThat(notation.read(notation.write(payload)))
        .isEqualTo(new Notation.Decoded.Payload(payload));
  }
}
