package parley.cli.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a prompt shows, to be waited for. */
final class Shown {

  private static final long LIMIT_SECONDS = 20;

  private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private int from;

  Surface surface() {
    return new Surface((text, _) -> shown.add(text), () -> {}, () -> {}, () -> 100);
  }

  /** From now on only what is shown later counts. */
  void typed() {
    shown.drainTo(seen);
    from = seen.size();
  }

  /** Waits until a text is shown that contains {@code wanted}, after what was typed last. */
  String await(String wanted) {
    for (var i = from; ; i++) {
      while (i == seen.size()) {
        seen.add(poll(wanted));
      }
      if (seen.get(i).contains(wanted)) {
        return seen.get(i);
      }
    }
  }

  private String poll(String wanted) {
    try {
      var text = shown.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing more came while waiting for " + wanted + ": " + seen);
      }
      return text;
    } catch (InterruptedException ended) {
      throw new AssertionError("interrupted while waiting for " + wanted, ended);
    }
  }

  /** Everything so far. */
  String all() {
    shown.drainTo(seen);
    return String.join("", seen);
  }
}
