package parley.protocol.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static parley.protocol.deflate.Samples.inflate;
import static parley.protocol.deflate.Samples.message;
import static parley.protocol.deflate.Samples.messageByteByByte;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.deflate.MessageInflater.Outcome;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.PayloadBuffer;

class MessageInflaterTest {

  private static final Bytes HELLO = Bytes.utf8("Hello");
  private static final Bytes HELLO_COMPRESSED = Bytes.hex("f248cdc9c90700");

  @Nested
  @DisplayName("RFC 7692, 7.2.3: examples")
  class Examples {

    @ParameterizedTest
    @CsvSource({
      "f248cdc9c90700, 7.2.3.1: one block",
      "000500faff48656c6c6f00, 7.2.3.3: a stored block",
      "f348cdc9c9070000, 7.2.3.4: a block with BFINAL",
      "f348cdc9c90700, a block with BFINAL and nothing behind it",
      "f248050000 00ffffcac9c90700, 7.2.3.5: two blocks"
    })
    void saysHello(String hex, String section) {
      var compressed = Bytes.hex(hex.replace(" ", ""));

      assertThat(message(new MessageInflater(false), compressed)).as(section).isEqualTo(HELLO);
      assertThat(message(new MessageInflater(true), compressed)).as(section).isEqualTo(HELLO);
      assertThat(messageByteByByte(new MessageInflater(false), compressed)).isEqualTo(HELLO);
      assertThat(messageByteByByte(new MessageInflater(true), compressed)).isEqualTo(HELLO);
    }

    @Test
    void oneByteZeroIsTheEmptyMessage() {
      var inflater = new MessageInflater(false);

      assertThat(message(inflater, Bytes.hex("00"))).isEqualTo(Bytes.EMPTY);
      assertThat(message(inflater, Bytes.hex("00"))).isEqualTo(Bytes.EMPTY);
      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.1.1: context takeover")
  class ContextTakeover {

    @Test
    void laterMessageMayReferToAnEarlierOne() {
      var inflater = new MessageInflater(false);

      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
      assertThat(message(inflater, Bytes.hex("f200110000"))).isEqualTo(HELLO);
    }

    @Test
    void withoutItSuchAReferenceIsCorrupt() {
      var inflater = new MessageInflater(true);

      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
      assertThat(inflate(inflater, Bytes.hex("f200110000"), Samples.output()))
          .isEqualTo(Outcome.CORRUPT);
    }

    @ParameterizedTest
    @CsvSource({"8,false", "8,true", "12,false", "12,true", "15,false", "15,true"})
    void everyMessageComesBackWhateverTheCuts(int bits, boolean noContextTakeover) {
      var deflater = new MessageDeflater(bits, noContextTakeover);
      var whole = new MessageInflater(noContextTakeover);
      var cut = new MessageInflater(noContextTakeover);
      for (var seed = 0; seed < 20; seed++) {
        var message = Samples.words(seed * 313, seed % 3);
        var compressed = Samples.compress(deflater, message);
        assertThat(message(whole, compressed)).isEqualTo(message);
        assertThat(messageByteByByte(cut, compressed)).isEqualTo(message);
      }
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.2.2: decompression")
  class Decompression {

    @Test
    void regionIsReadAndTheSourceStaysAsItWas() {
      var source = ByteBuffer.allocateDirect(20).put(3, HELLO_COMPRESSED.toArray()).limit(5);
      var inflater = new MessageInflater(false);
      var out = Samples.output();

      assertThat(inflater.inflate(source.limit(12).position(11), 3, 10, out)).isEqualTo(Outcome.OK);

      assertThat(Bytes.copyOf(out.view())).isEqualTo(HELLO);
      assertThat(source.position()).isEqualTo(11);
      assertThat(source.limit()).isEqualTo(12);
    }

    @Test
    void everythingThatCanBeKnownIsPutOutAtOnce() {
      var inflater = new MessageInflater(false);
      var out = Samples.output();
      var stored = Bytes.hex("000500faff48656c6c6f00");
      var sizes = new ArrayList<Integer>();
      for (var i = 0; i < stored.size(); i++) {
        assertThat(inflate(inflater, stored.slice(i, i + 1), out)).isEqualTo(Outcome.OK);
        sizes.add(out.size());
      }

      assertThat(sizes).containsExactly(0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5);
    }

    @Test
    void nothingIsAllocatedOnceWarm() {
      var inflater = new MessageInflater(false);
      var out = Samples.output();
      var source = ByteBuffer.wrap(HELLO_COMPRESSED.toArray());
      inflateOften(inflater, source, out);
      var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      var before = thread.getCurrentThreadAllocatedBytes();
      inflateOften(inflater, source, out);

      assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private static void inflateOften(
        MessageInflater inflater, ByteBuffer source, PayloadBuffer out) {
      for (var i = 0; i < 1000; i++) {
        out.clear();
        inflater.inflate(source, 0, source.limit(), out);
        inflater.finish(out);
      }
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.2.3.4 and 7.2.3.5: blocks with BFINAL")
  class FinalBlocks {

    private static final String SONG = "The sea, the sea, the open sea";

    @Test
    void windowGoesOnBehindTheBlock() {
      var first = Samples.finished(SONG, Bytes.EMPTY);
      var second = Samples.finished(SONG, Bytes.utf8(SONG));
      var compressed = Samples.join(List.of(first, second, Bytes.hex("00")));

      assertThat(second.size()).isLessThan(first.size());
      assertThat(message(new MessageInflater(false), compressed).toText()).isEqualTo(SONG + SONG);
      assertThat(messageByteByByte(new MessageInflater(true), compressed).toText())
          .isEqualTo(SONG + SONG);
    }

    @Test
    void windowIsNoLargerThan32Kilobytes() {
      var before = Samples.random(100_000, 1);
      var deflater = new MessageDeflater(15, true);
      var compressed =
          Samples.join(
              List.of(
                  Samples.compress(deflater, before),
                  Samples.TAIL,
                  Samples.finished("", before),
                  Samples.finished(SONG, before),
                  Bytes.hex("00")));

      assertThat(message(new MessageInflater(false), compressed))
          .isEqualTo(Samples.join(List.of(before, Bytes.utf8(SONG))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00"})
    void nextMessageMayReferToTheOneThatEndedSo(String end) {
      var inflater = new MessageInflater(false);
      var first = Samples.join(List.of(Samples.finished(SONG, Bytes.EMPTY), Bytes.hex(end)));
      var second = Samples.finished(SONG, Bytes.utf8(SONG));

      assertThat(message(inflater, first).toText()).isEqualTo(SONG);
      assertThat(message(inflater, second).toText()).isEqualTo(SONG);
    }
  }

  @Nested
  @DisplayName("RFC 6455, 10.4: limits")
  class Limits {

    @Test
    void messageOfTheLimitPassesAndOneByteMoreDoesNot() {
      var compressed = Samples.compress(new MessageDeflater(15, true), Samples.zeroes(1000));
      for (var cut = 0; cut <= compressed.size(); cut++) {
        assertThat(outcome(compressed, cut, 1000)).isEqualTo(Outcome.OK);
        assertThat(outcome(compressed, cut, 999)).isEqualTo(Outcome.TOO_BIG);
      }
    }

    private static Outcome outcome(Bytes compressed, int cut, int limit) {
      var inflater = new MessageInflater(true);
      var out = new PayloadBuffer(ByteSize.of(limit));
      inflate(inflater, compressed.slice(0, cut), out);
      inflate(inflater, compressed.slice(cut, compressed.size()), out);
      return inflater.finish(out);
    }

    @Test
    void bombOfOneGigabyteTakesNoMoreMemoryThanTheLimit() {
      var megabyte = Samples.compress(new MessageDeflater(15, true), Samples.zeroes(1 << 20));
      var piece = Samples.join(List.of(megabyte, Samples.TAIL));
      var bomb = Samples.join(Collections.nCopies(1024, piece));
      var out = new PayloadBuffer(ByteSize.of(100_000));
      var inflater = new MessageInflater(true);

      assertThat(inflate(inflater, bomb, out)).isEqualTo(Outcome.TOO_BIG);

      assertThat(out.size()).isEqualTo(100_000);
      assertThat(out.array()).hasSize(100_000);
    }

    @Test
    void answerStaysUntilTheMessageEndsAndTheNextOneIsReadAnew() {
      var inflater = new MessageInflater(false);
      var out = new PayloadBuffer(ByteSize.of(4));

      assertThat(inflate(inflater, HELLO_COMPRESSED, out)).isEqualTo(Outcome.TOO_BIG);
      assertThat(inflate(inflater, HELLO_COMPRESSED, out)).isEqualTo(Outcome.TOO_BIG);
      assertThat(inflater.finish(out)).isEqualTo(Outcome.TOO_BIG);
      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.2.2: data that cannot be inflated")
  class Corruption {

    @ParameterizedTest
    @CsvSource({
      "07, a reserved block type",
      "000500faf0, a stored block whose length is said differently twice",
      "0300f2, bytes behind the last block that begin no block"
    })
    void isCorruptAtTheByteThatShowsIt(String hex, String why) {
      var inflater = new MessageInflater(false);
      var out = Samples.output();
      inflate(inflater, Bytes.hex(hex), out);

      assertThat(inflater.finish(out)).as(why).isEqualTo(Outcome.CORRUPT);
      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
    }

    @Test
    void answerStaysUntilTheMessageEnds() {
      var inflater = new MessageInflater(false);
      var out = Samples.output();

      assertThat(inflate(inflater, Bytes.hex("07"), out)).isEqualTo(Outcome.CORRUPT);
      assertThat(inflate(inflater, HELLO_COMPRESSED, out)).isEqualTo(Outcome.CORRUPT);
      assertThat(inflater.finish(out)).isEqualTo(Outcome.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void messageWithoutAnyByteIsCorrupt(boolean noContextTakeover) {
      var inflater = new MessageInflater(noContextTakeover);
      var out = Samples.output();

      assertThat(inflate(inflater, Bytes.EMPTY, out)).isEqualTo(Outcome.OK);
      assertThat(inflater.finish(out)).isEqualTo(Outcome.CORRUPT);
      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
    }

    @Test
    void endWithinABlockIsKnownWhenTheWindowIsNotKept() {
      var compressed = Samples.compress(new MessageDeflater(15, true), Samples.words(3000, 1));
      var inflater = new MessageInflater(true);
      for (var size = 1; size < compressed.size(); size++) {
        var out = Samples.output();
        inflate(inflater, compressed.slice(0, size), out);
        assertThat(inflater.finish(out)).as("%d bytes", size).isEqualTo(Outcome.CORRUPT);
      }
    }

    @Test
    void endWithinAStoredBlockIsKnownEvenWhenTheWindowIsKept() {
      var inflater = new MessageInflater(false);
      var out = Samples.output();

      assertThat(inflate(inflater, Bytes.hex("000500faff4865"), out)).isEqualTo(Outcome.OK);
      assertThat(inflater.finish(out)).isEqualTo(Outcome.CORRUPT);
    }

    @Test
    void tailInTheMiddleOfALastBlockIsCorrupt() {
      var inflater = new MessageInflater(false);
      var out = Samples.output();

      // The block's end lies within the tail.
      assertThat(inflate(inflater, Bytes.hex("03"), out)).isEqualTo(Outcome.OK);
      assertThat(inflater.finish(out)).isEqualTo(Outcome.CORRUPT);
    }

    @Test
    void randomBytesAreNeverMoreThanCorrupt() {
      var random = new Random(7692);
      for (var round = 0; round < 20_000; round++) {
        var inflater = new MessageInflater(random.nextBoolean());
        var out = new PayloadBuffer(ByteSize.of(random.nextInt(300)));
        var garbage = Samples.random(random.nextInt(60), round);
        inflate(inflater, garbage.slice(0, garbage.size() / 2), out);
        inflate(inflater, garbage.slice(garbage.size() / 2, garbage.size()), out);
        assertThat(inflater.finish(out)).isNotNull();
        assertThat(out.size()).isLessThanOrEqualTo(300);
        inflater.release();
      }
    }

    @Test
    void changedBitsAreNeverMoreThanCorrupt() {
      var random = new Random(1951);
      var compressed = Samples.compress(new MessageDeflater(15, true), Samples.words(500, 1));
      var inflater = new MessageInflater(true);
      for (var round = 0; round < 20_000; round++) {
        var changed = compressed.toArray();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        var out = new PayloadBuffer(ByteSize.of(1000));
        inflate(inflater, Bytes.of(changed), out);
        assertThat(inflater.finish(out)).isNotNull();
      }
    }
  }

  @Nested
  class Release {

    @Test
    void nothingIsInflatedAfterwards() {
      var inflater = new MessageInflater(false);
      assertThat(message(inflater, HELLO_COMPRESSED)).isEqualTo(HELLO);
      inflater.release();
      inflater.release();

      assertThatIllegalStateException().isThrownBy(() -> message(inflater, HELLO_COMPRESSED));
    }

    @Test
    void unusedInflaterHasNothingToRelease() {
      var inflater = new MessageInflater(false);
      inflater.release();

      assertThatIllegalStateException().isThrownBy(() -> inflater.finish(Samples.output()));
    }
  }
}
