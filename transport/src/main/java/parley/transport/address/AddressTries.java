package parley.transport.address;

import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Cause;
import parley.model.connection.HostText;
import parley.transport.channel.Cut;
import parley.transport.channel.Loop;
import parley.transport.connection.Scheduled;

/**
 * Tries to connect to one of several addresses (RFC 8305, 5): the next try begins when the one
 * before has failed, or has had {@link #DELAY} for itself. The first to connect ends all others.
 * For the loop's thread.
 */
final class AddressTries {

  /** RFC 8305, 8: the recommended delay from one try to the next. */
  static final Duration DELAY = Duration.ofMillis(250);

  /** Hears how it goes. */
  interface Listener {
    void trying(SocketAddress address);

    void tried(AddressTry address);

    void connected(DuplexChannel socket);

    void exhausted(Cause cause, String text);
  }

  private final Loop loop;
  private final SocketSource sockets;
  private final List<? extends SocketAddress> addresses;
  private final Listener listener;
  private final List<Try> open = new ArrayList<>();
  private final List<Failed> failed = new ArrayList<>();
  private int next;
  private boolean over;
  private @Nullable Scheduled timer;

  AddressTries(
      Loop loop, SocketSource sockets, List<? extends SocketAddress> addresses, Listener listener) {
    this.loop = loop;
    this.sockets = sockets;
    this.addresses = List.copyOf(addresses);
    this.listener = listener;
  }

  /** Begins the next try. */
  void start() {
    cancelTimer();
    var address = addresses.get(next++);
    listener.trying(address);
    if (over) {
      return;
    }
    var one = new Try(address);
    open.add(one);
    if (next < addresses.size()) {
      timer = loop.schedule(DELAY, this::start);
    }
    one.start();
  }

  private void ended(Try one, @Nullable NetworkFailure failure) {
    if (!open.remove(one)) {
      return;
    }
    if (failure == null) {
      connected(one);
    } else {
      failed(one, failure);
    }
  }

  private void connected(Try winner) {
    end("given up: " + HostText.of(winner.address) + " was faster");
    listener.tried(winner.toTry(null));
    listener.connected(winner.socket());
  }

  private void failed(Try one, NetworkFailure failure) {
    failed.add(new Failed(one.address, failure));
    listener.tried(one.toTry(failure.text()));
    if (over) {
      return;
    }
    if (next < addresses.size()) {
      start();
    } else if (open.isEmpty()) {
      over = true;
      listener.exhausted(likeliest(), shown());
    }
  }

  /** The cause that came nearest to a connection. */
  private Cause likeliest() {
    return failed.stream().map(one -> one.failure().cause()).min(Cause::compareTo).orElseThrow();
  }

  private String shown() {
    var byText = new LinkedHashMap<String, List<SocketAddress>>();
    for (var one : failed) {
      byText.computeIfAbsent(one.failure().text(), _ -> new ArrayList<>()).add(one.address());
    }
    return byText.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String shown(List<SocketAddress> some) {
    return some.stream().map(HostText::of).collect(Collectors.joining(", "));
  }

  /** Gives up the addresses that are being tried, if any, and reports them. */
  void giveUp() {
    end("no answer");
  }

  private void end(String why) {
    over = true;
    cancelTimer();
    var rest = List.copyOf(open);
    open.clear();
    for (var one : rest) {
      listener.tried(one.toTry(why));
      one.cut();
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }

  private record Failed(SocketAddress address, NetworkFailure failure) {}

  /** One address that is being tried. */
  private final class Try {

    private final SocketAddress address;
    private final long beginNanos = System.nanoTime();
    private @Nullable DuplexChannel socket;

    Try(SocketAddress address) {
      this.address = address;
    }

    void start() {
      switch (sockets.to(address)) {
        case SocketSource.Made.Usable(var made, var from) -> {
          socket = made;
          var _ = loop.events().register(made);
          var connecting = from == null ? made.connect(address) : made.connect(address, from);
          connecting.addListener((ChannelFuture done) -> ended(done, from));
        }
        case SocketSource.Made.Unusable(var failure) -> AddressTries.this.ended(this, failure);
      }
    }

    private void ended(ChannelFuture done, @Nullable SocketAddress from) {
      var failure = done.isSuccess() ? null : NetworkFailure.of(done.cause(), from);
      if (failure != null) {
        cut();
      }
      AddressTries.this.ended(this, failure);
    }

    AddressTry toTry(@Nullable String failure) {
      return new AddressTry(address, Duration.ofNanos(System.nanoTime() - beginNanos), failure);
    }

    DuplexChannel socket() {
      if (socket == null) {
        throw new IllegalStateException("a try that ended well has a socket");
      }
      return socket;
    }

    void cut() {
      if (socket != null) {
        Cut.now(socket);
      }
    }
  }
}
