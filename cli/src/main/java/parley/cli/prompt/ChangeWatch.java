package parley.cli.prompt;

import java.time.Duration;
import java.util.function.Consumer;
import parley.cli.hand.FileStamp;
import parley.cli.hand.HandFile;
import parley.workspace.Places;

/** Says once that a file was changed since it was read. Any thread. */
final class ChangeWatch {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Consumer<String> notices;
  private FileStamp stamp;
  private boolean told;
  private boolean over;

  ChangeWatch(HandFile file, Consumer<String> notices) {
    this.notices = notices;
    this.stamp = new FileStamp(file);
  }

  /** Looks every now and then until {@link #stop}. */
  void start() {
    Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    try {
      while (look()) {
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says what was changed, when something was; whether to look again. */
  synchronized boolean look() {
    if (!told && !over) {
      stamp
          .changed()
          .ifPresent(changed -> {
            told = true;
            notices.accept(Places.shown(changed) + " has changed: /reload reads it again");
          });
    }
    return !over;
  }

  /** It was read. */
  synchronized void read(HandFile file) {
    stamp = new FileStamp(file);
    told = false;
  }

  synchronized void stop() {
    over = true;
  }
}
