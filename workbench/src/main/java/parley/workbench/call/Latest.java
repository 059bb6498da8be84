package parley.workbench.call;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.transport.connection.Connection;

/** The latest of events that happen often, until the page can take them. Any thread may call it. */
final class Latest {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Connection connection;
  private final Map<String, String> waiting = new LinkedHashMap<>(); // guarded by this
  private boolean scheduled; // guarded by this

  Latest(Connection connection) {
    this.connection = connection;
  }

  /**
   * Sends {@code message} soon, unless another of the same key comes first; behind all that was
   * given before.
   */
  synchronized void put(String key, String message) {
    waiting.remove(key);
    waiting.put(key, message);
    if (!scheduled) {
      scheduled = true;
      connection.schedule(PAUSE, this::flush);
    }
  }

  private void flush() {
    if (connection.isWritable()) {
      for (var message = poll(); message != null; message = poll()) {
        connection.post(PageConnection.text(message));
      }
    } else {
      var _ = connection.whenWritable().thenRun(this::flush);
    }
  }

  private synchronized @Nullable String poll() {
    var keys = waiting.keySet().iterator();
    if (keys.hasNext()) {
      return waiting.remove(keys.next());
    }
    scheduled = false;
    return null;
  }
}
