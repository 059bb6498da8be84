package parley.transport.channel;

import io.netty.channel.ChannelId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A channel's id as a number. Netty's own asks for the machine's MAC address and the process id,
 * which takes tens of milliseconds when the program starts.
 */
record CheapId(long number) implements ChannelId {

  private static final long serialVersionUID = 1;

  private static final AtomicLong LAST = new AtomicLong();

  static CheapId next() {
    return new CheapId(LAST.incrementAndGet());
  }

  @Override
  public String asShortText() {
    return Long.toString(number);
  }

  @Override
  public String asLongText() {
    return asShortText();
  }

  @Override
  public int compareTo(ChannelId other) {
    return other instanceof CheapId that
        ? Long.compare(number, that.number)
        : asLongText().compareTo(other.asLongText());
  }
}
