package parley.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void bytesDoNotChangeWithTheArrayTheyCameFrom() {
    var array = new byte[] {1, 2};
    var bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes).isEqualTo(Bytes.hex("0102"));
    assertThat(bytes.at(1)).isEqualTo((byte) 2);
    assertThat(bytes.asBuffer().isReadOnly()).isTrue();
  }

  @Test
  void nothingIsAlwaysTheSameNothing() {
    assertThat(Bytes.of()).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.utf8("")).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.hex("")).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.copyOf(ByteBuffer.allocate(0))).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.EMPTY.isEmpty()).isTrue();
    assertThat(Bytes.of((byte) 0).isEmpty()).isFalse();
  }

  @Test
  void copyLeavesThePositionOfTheBuffer() {
    var buffer = ByteBuffer.wrap(new byte[] {1, 2, 3}).position(1);
    assertThat(Bytes.copyOf(buffer).toHex()).isEqualTo("0203");
    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  void sliceOfAllIsTheSame() {
    var bytes = Bytes.utf8("abc");
    assertThat(bytes.slice(0, 3)).isSameAs(bytes);
    assertThat(bytes.slice(0, 1).toText()).isEqualTo("a");
    assertThat(bytes.slice(1, 3).toText()).isEqualTo("bc");
  }

  @Test
  void equalityIsByContent() {
    assertThat(Bytes.utf8("a")).isEqualTo(Bytes.of((byte) 97)).hasSameHashCodeAs(Bytes.hex("61"));
    assertThat(Bytes.utf8("a")).isNotEqualTo(Bytes.utf8("b")).isNotEqualTo("a");
  }

  @Test
  void longBytesAreShownInPart() {
    assertThat(Bytes.utf8("abc")).hasToString("3 bytes 616263");
    assertThat(Bytes.of(new byte[33])).hasToString("33 bytes " + "00".repeat(32) + "...");
  }

  @Test
  void sizesAreShownExactly() {
    assertThat(ByteSize.of(0)).hasToString("0B");
    assertThat(ByteSize.of(640)).hasToString("640B");
    assertThat(ByteSize.ofKilobytes(64)).hasToString("64KB");
    assertThat(ByteSize.ofMegabytes(16)).hasToString("16MB");
    assertThat(ByteSize.of(1025)).hasToString("1025B");
  }

  @Test
  void sizesAreComparedAndCut() {
    assertThat(ByteSize.of(1)).isLessThan(ByteSize.of(2));
    assertThat(ByteSize.of(1L << 40).toInt()).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> ByteSize.of(-1)).hasMessage("a size is not negative: -1");
  }
}
