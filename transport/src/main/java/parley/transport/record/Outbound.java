package parley.transport.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Delivery;

/**
 * Entries of what goes out, in the order of sending. Those of something awaited are held until it
 * is known to be written, and what comes after waits behind them; of something lost only that is
 * told. For the connection's thread.
 */
final class Outbound {

  private final TranscriptClock clock;
  private final Consumer<Entry> sink;
  private final ArrayDeque<Held> waiting = new ArrayDeque<>(2);

  /** Entries that go together; without {@code awaited} they wait only for those before them. */
  private static final class Held {

    private final SentMessages.@Nullable Letter awaited;
    private final List<Function<Moment, Entry>> entries = new ArrayList<>(1);
    private boolean done;

    Held(SentMessages.@Nullable Letter awaited) {
      this.awaited = awaited;
      done = awaited == null;
    }

    @SuppressWarnings("ReferenceEquality") // That very one, not another one with the same content.
    boolean waitsFor(Outgoing outgoing) {
      return !done && awaited != null && awaited.outgoing() == outgoing;
    }
  }

  Outbound(TranscriptClock clock, Consumer<Entry> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** An entry of that letter, or of something that was not announced. */
  void tell(SentMessages.@Nullable Letter letter, Function<Moment, Entry> entry) {
    var awaited = letter == null || !letter.awaited() ? null : letter;
    if (awaited == null && waiting.isEmpty()) {
      sink.accept(entry.apply(clock.now()));
    } else {
      held(awaited).entries.add(entry);
    }
  }

  @SuppressWarnings("ReferenceEquality") // That very one, not another one with the same content.
  private Held held(SentMessages.@Nullable Letter awaited) {
    var last = waiting.peekLast();
    if (last != null && !last.done && last.awaited == awaited) {
      return last;
    }
    var held = new Held(awaited);
    waiting.add(held);
    return held;
  }

  /** It is known what became of something awaited: always the first that is not known yet. */
  void delivered(Outgoing outgoing, Delivery delivery) {
    var held = first(outgoing);
    held.done = true;
    if (delivery != Delivery.WRITTEN) {
      held.entries.clear();
      if (!(outgoing instanceof Outgoing.Close)) { // no loss: the connection's end is told
        held.entries.add(at -> Entry.Unsent.of(at, outgoing, why(delivery)));
      }
    }
    while (!waiting.isEmpty() && waiting.element().done) {
      waiting.remove().entries.forEach(entry -> sink.accept(entry.apply(clock.now())));
    }
  }

  private Held first(Outgoing outgoing) {
    for (var held : waiting) {
      if (held.waitsFor(outgoing)) {
        return held;
      }
    }
    return held(null); // It was refused: there was no frame.
  }

  private static String why(Delivery delivery) {
    return delivery == Delivery.LOST
        ? "the connection ended before all of it was written"
        : "the connection had ended, or its end had begun";
  }
}
