package parley.transport.channel;

import io.netty.channel.Channel;

/** Decides whether the channel is read. For the loop's thread. */
final class ReadGate {

  private final Channel channel;
  private boolean paused;
  private boolean held;
  private boolean draining;

  ReadGate(Channel channel) {
    this.channel = channel;
  }

  /** The user wants no more for now. */
  void pause(boolean wanted) {
    paused = wanted;
    update();
  }

  boolean isPaused() {
    return paused || held;
  }

  /** What we answer to the peer piles up: it must read before it may go on. */
  void hold(boolean wanted) {
    held = wanted;
    update();
  }

  /** What comes is only thrown away from now on, so nothing stands against reading it. */
  void drain() {
    draining = true;
    update();
  }

  private void update() {
    channel.config().setAutoRead(draining || !isPaused());
  }
}
