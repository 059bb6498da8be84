package parley.workbench.talk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Messages given to connections and not yet written. Any thread may call it. */
final class Outbox {

  /** How many the page is told of. */
  private static final int MAX_TOLD = 100;

  /** One of them. */
  private record Pending(String preview, long bytes, Instant since) {}

  private final Map<Long, Pending> waiting = new LinkedHashMap<>(); // guarded by this
  private long lastTicket; // guarded by this

  /** Takes one in, and gives it a number. */
  synchronized long add(String preview, long bytes) {
    waiting.put(++lastTicket, new Pending(preview, bytes, Instant.now()));
    return lastTicket;
  }

  /** It was written, or lost. */
  synchronized void remove(long ticket) {
    waiting.remove(ticket);
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** As the page has them, see {@code Pending}. */
  synchronized Value toValue() {
    return Json.list(
        waiting.entrySet().stream().limit(MAX_TOLD).toList(),
        one ->
            Json.object()
                .put("ticket", one.getKey())
                .put("preview", one.getValue().preview())
                .put("size", one.getValue().bytes())
                .put("since", one.getValue().since().toEpochMilli())
                .value());
  }
}
