package parley.transport.listen;

import java.util.LinkedHashSet;
import java.util.Set;
import parley.transport.channel.Socket;

/**
 * Sockets whose request is not whole yet. When there are too many, the one that takes longest is
 * cut: it may be one of those that never finish. For the loop's thread.
 */
final class Arrivals {

  private final int max;
  private final Set<Socket> waiting = new LinkedHashSet<>();

  Arrivals(int max) {
    this.max = max;
  }

  void add(Socket socket) {
    if (waiting.size() >= max) {
      var oldest = waiting.iterator().next();
      waiting.remove(oldest);
      oldest.cut();
    }
    waiting.add(socket);
  }

  void remove(Socket socket) {
    waiting.remove(socket);
  }
}
