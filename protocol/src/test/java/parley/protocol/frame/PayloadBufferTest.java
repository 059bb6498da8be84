package parley.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PayloadBufferTest {

  private static final int KEPT = PayloadBuffer.KEPT.toInt();

  @Test
  void startsEmptyAndWithoutMemory() {
    var buffer = new PayloadBuffer(ByteSize.of(10));

    assertThat(buffer.size()).isZero();
    assertThat(buffer.array()).isEmpty();
    assertThat(buffer.view().hasRemaining()).isFalse();
    assertThat(buffer.limit()).isEqualTo(ByteSize.of(10));
  }

  @Test
  void appendsTheRegionAndLeavesThePosition() {
    var buffer = new PayloadBuffer(ByteSize.of(10));
    var source = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4}).position(4);

    assertThat(buffer.append(source, 1, 4)).isTrue();
    assertThat(buffer.append(source, 0, 1)).isTrue();

    assertThat(Bytes.copyOf(buffer.view()))
        .isEqualTo(Bytes.of((byte) 1, (byte) 2, (byte) 3, (byte) 0));
    assertThat(source.position()).isEqualTo(4);
  }

  @Test
  void appendsFromMemoryOutsideTheHeap() {
    var buffer = new PayloadBuffer(ByteSize.of(10));
    var source = ByteBuffer.allocateDirect(3).put(2, (byte) 7);

    assertThat(buffer.append(source, 2, 3)).isTrue();

    assertThat(Bytes.copyOf(buffer.view())).isEqualTo(Bytes.of((byte) 7));
  }

  @Test
  void refusesWholeWhatPassesTheLimit() {
    var buffer = new PayloadBuffer(ByteSize.of(10));

    assertThat(buffer.append(ByteBuffer.allocate(10), 0, 10)).isTrue();
    assertThat(buffer.append(ByteBuffer.allocate(1), 0, 1)).isFalse();
    assertThat(buffer.append(ByteBuffer.allocate(1), 0, 0)).isTrue();
    assertThat(buffer.makeRoom()).isFalse();

    assertThat(buffer.size()).isEqualTo(10);
    assertThat(buffer.array()).hasSize(10);
  }

  @Test
  void neverTakesMoreMemoryThanTheLimit() {
    var buffer = new PayloadBuffer(ByteSize.of(1000));
    while (buffer.makeRoom()) {
      buffer.advance(buffer.room());
    }

    assertThat(buffer.array()).hasSize(1000);
  }

  @Test
  void hugeLimitIsCutToTheLargestArray() {
    assertThat(new PayloadBuffer(ByteSize.of(Long.MAX_VALUE)).limit())
        .isEqualTo(ByteSize.of(Integer.MAX_VALUE - 8));
  }

  @Test
  void growsByDoublingSoThatMuchIsNotCopiedOften() {
    var buffer = new PayloadBuffer(ByteSize.ofMegabytes(1));

    assertThat(buffer.makeRoom()).isTrue();
    assertThat(buffer.room()).isEqualTo(256);
    buffer.advance(256);
    assertThat(buffer.makeRoom()).isTrue();
    assertThat(buffer.room()).isEqualTo(256);
    assertThat(buffer.append(ByteBuffer.allocate(5000), 0, 5000)).isTrue();

    assertThat(buffer.array()).hasSize(5256);
  }

  @Test
  void roomThatIsLeftIsUsedFirst() {
    var buffer = new PayloadBuffer(ByteSize.ofKilobytes(1));
    assertThat(buffer.makeRoom()).isTrue();
    var memory = buffer.array();
    buffer.advance(1);

    assertThat(buffer.makeRoom()).isTrue();
    assertThat(buffer.append(ByteBuffer.allocate(255), 0, 255)).isTrue();

    assertThat(buffer.array()).isSameAs(memory);
    assertThat(buffer.room()).isZero();
  }

  @Test
  void writtenBytesCount() {
    var buffer = new PayloadBuffer(ByteSize.of(10));
    assertThat(buffer.makeRoom()).isTrue();
    buffer.array()[0] = 5;
    buffer.advance(1);

    assertThat(Bytes.copyOf(buffer.view())).isEqualTo(Bytes.of((byte) 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> buffer.advance(10))
        .withMessage("10 bytes written where 9 fit");
    assertThatIllegalArgumentException().isThrownBy(() -> buffer.advance(-1));
  }

  @Test
  void viewIsOneObjectWhateverIsDoneToIt() {
    var buffer = new PayloadBuffer(ByteSize.of(10));
    assertThat(buffer.append(ByteBuffer.allocate(10), 0, 10)).isTrue();

    var view = buffer.view();
    view.position(7);

    assertThat(buffer.view()).isSameAs(view);
    assertThat(view.remaining()).isEqualTo(10);
  }

  @Test
  void smallMemoryStaysForTheNextMessage() {
    var buffer = new PayloadBuffer(ByteSize.ofMegabytes(1));
    assertThat(buffer.append(ByteBuffer.allocate(KEPT), 0, KEPT)).isTrue();
    var memory = buffer.array();
    buffer.clear();

    assertThat(buffer.size()).isZero();
    assertThat(buffer.view().hasRemaining()).isFalse();
    assertThat(buffer.array()).isSameAs(memory);
  }

  @Test
  void largeMemoryIsGivenBack() {
    var buffer = new PayloadBuffer(ByteSize.ofMegabytes(1));
    assertThat(buffer.append(ByteBuffer.allocate(KEPT + 1), 0, KEPT + 1)).isTrue();
    buffer.clear();

    assertThat(buffer.size()).isZero();
    assertThat(buffer.array()).isEmpty();
    assertThat(buffer.view().hasRemaining()).isFalse();
  }
}
