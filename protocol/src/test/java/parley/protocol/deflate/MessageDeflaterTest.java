package parley.protocol.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static parley.protocol.deflate.Samples.compress;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.frame.Bytes;

class MessageDeflaterTest {

  private static final Bytes HELLO = Bytes.utf8("Hello");
  private static final Bytes HELLO_COMPRESSED = Bytes.hex("f248cdc9c90700");

  @Nested
  @DisplayName("RFC 7692, 7.2.1: compression")
  class Compression {

    @Test
    void payloadStaysAsItWas() {
      var payload = Bytes.utf8("say Hello now").asBuffer().position(4).limit(9);

      var compressed = new MessageDeflater(15, false).compress(payload);

      assertThat(Bytes.copyOf(compressed)).isEqualTo(HELLO_COMPRESSED);
      assertThat(payload.position()).isEqualTo(4);
      assertThat(payload.limit()).isEqualTo(9);
    }

    @Test
    void payloadMayLieOutsideTheHeap() {
      var payload = ByteBuffer.allocateDirect(5).put(HELLO.asBuffer()).flip();

      assertThat(Bytes.copyOf(new MessageDeflater(15, false).compress(payload)))
          .isEqualTo(HELLO_COMPRESSED);
    }

    @Test
    void everySizeComesBack() {
      var deflater = new MessageDeflater(15, false);
      var inflater = new MessageInflater(false);
      for (var size = 0; size < 3000; size += 7) {
        var message = Samples.random(size, size);
        assertThat(Samples.message(inflater, compress(deflater, message))).isEqualTo(message);
      }
    }

    @Test
    void resultIsLentUntilTheNextCall() {
      var deflater = new MessageDeflater(15, false);

      var first = deflater.compress(HELLO.asBuffer());

      assertThat(deflater.compress(HELLO.asBuffer())).isSameAs(first);
    }

    @Test
    void memoryOfALargeResultIsGivenBack() {
      var deflater = new MessageDeflater(15, true);
      var large = deflater.compress(Samples.random(500_000, 1).asBuffer()).capacity();

      assertThat(large).isGreaterThan(500_000);
      assertThat(deflater.compress(HELLO.asBuffer()).capacity()).isEqualTo(512);
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.1.1: context takeover")
  class ContextTakeover {

    @Test
    void laterMessageRefersToAnEarlierOne() {
      var deflater = new MessageDeflater(15, false);

      assertThat(compress(deflater, HELLO)).isEqualTo(HELLO_COMPRESSED);
      // RFC 7692, 7.2.3.2
      assertThat(compress(deflater, HELLO)).isEqualTo(Bytes.hex("f200110000"));
    }

    @Test
    void withoutItEveryMessageStandsAlone() {
      var deflater = new MessageDeflater(15, true);

      assertThat(compress(deflater, HELLO)).isEqualTo(HELLO_COMPRESSED);
      assertThat(compress(deflater, HELLO)).isEqualTo(HELLO_COMPRESSED);
    }

    @Test
    void smallWindowIsKeptTooUntilItIsFull() {
      var deflater = new MessageDeflater(8, false);
      var message = Samples.random(100, 1);

      assertThat(compress(deflater, message).size()).isGreaterThan(100);
      assertThat(compress(deflater, message).size()).isLessThan(20);
      assertThat(compress(deflater, message).size()).isBetween(44, 99);
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.1.2: window size")
  class WindowSize {

    @ParameterizedTest
    @CsvSource({
      "8,false", "9,false", "10,false", "11,false", "12,false", "13,false", "14,false", "15,false",
      "8,true", "9,true", "10,true", "11,true", "12,true", "13,true", "14,true", "15,true"
    })
    void noReferenceReachesFurtherThanTheWindow(int bits, boolean noContextTakeover) {
      var deflater = new MessageDeflater(bits, noContextTakeover);
      var messages = messages(bits);
      var stream = new ArrayList<Bytes>();
      for (var message : messages) {
        stream.add(compress(deflater, message));
        stream.add(Samples.TAIL);
      }

      var read = RawDeflate.read(Samples.join(stream).toArray());

      assertThat(Bytes.of(read.output())).isEqualTo(Samples.join(messages));
      assertThat(read.largestDistance()).isBetween(1 << (bits - 2), 1 << bits);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15})
    void withoutContextTakeoverNoReferenceLeavesTheMessage(int bits) {
      var deflater = new MessageDeflater(bits, true);
      for (var message : messages(bits)) {
        var alone = Samples.join(List.of(compress(deflater, message), Samples.TAIL));
        assertThat(Bytes.of(RawDeflate.read(alone.toArray()).output())).isEqualTo(message);
      }
    }

    private static List<Bytes> messages(int bits) {
      return List.of(
          Bytes.utf8("a"),
          Samples.words(3 << bits, bits),
          Bytes.EMPTY,
          Samples.words((1 << bits) - 1, 1),
          Samples.words(1 << bits, 1),
          Samples.words((1 << bits) + 1, 1),
          Samples.zeroes(1000),
          Samples.farRepetition());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 16})
    void othersThan8To15AreRefused(int bits) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MessageDeflater(bits, false))
          .withMessage("window bits are 8 to 15: " + bits);
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.2.3.6: empty message")
  class EmptyMessage {

    @Test
    void emptyMessageIsOneZeroByteWhereverItStands() {
      var deflater = new MessageDeflater(15, false);

      assertThat(compress(deflater, Bytes.EMPTY)).isEqualTo(Bytes.hex("00"));
      assertThat(compress(deflater, HELLO)).isEqualTo(HELLO_COMPRESSED);
      assertThat(compress(deflater, Bytes.EMPTY)).isEqualTo(Bytes.hex("00"));
      assertThat(compress(deflater, Bytes.EMPTY)).isEqualTo(Bytes.hex("00"));
      assertThat(compress(deflater, HELLO)).isEqualTo(Bytes.hex("f200110000"));
    }
  }

  @Nested
  class Release {

    @Test
    void nothingIsCompressedAfterwards() {
      var deflater = new MessageDeflater(15, false);
      assertThat(compress(deflater, HELLO)).isEqualTo(HELLO_COMPRESSED);
      deflater.release();
      deflater.release();

      assertThatIllegalStateException().isThrownBy(() -> deflater.compress(HELLO.asBuffer()));
    }

    @Test
    void unusedDeflaterHasNothingToRelease() {
      var deflater = new MessageDeflater(15, false);
      deflater.release();

      assertThatIllegalStateException().isThrownBy(() -> deflater.compress(HELLO.asBuffer()));
    }
  }
}
