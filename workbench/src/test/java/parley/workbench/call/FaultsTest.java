package parley.workbench.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fault of ours ends what it happened in, and nothing else. */
final class FaultsTest {

  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private Thread.@Nullable UncaughtExceptionHandler before;

  @BeforeEach
  void takeReports() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (_, fault) -> done.add("report of " + fault.getMessage()));
  }

  @AfterEach
  void leaveReports() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private String next() throws InterruptedException {
    return String.valueOf(done.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void callsAreDoneBehindOneThatFailed() throws InterruptedException {
    var lane = new Lane("file");
    lane.add(() -> fail("a call"));
    lane.add(() -> done.add("the next call"));
    assertThat(next()).isEqualTo("report of a call");
    assertThat(next()).isEqualTo("the next call");
  }

  @Test
  void whatIsToldNowAndThenIsToldAgainAfterAFault() throws InterruptedException {
    var throttle = new Throttle(() -> fail("telling"));
    throttle.soon();
    assertThat(next()).isEqualTo("report of telling");
    throttle.soon();
    assertThat(next()).isEqualTo("report of telling");
  }

  private static void fail(String what) {
    throw new IllegalStateException(what);
  }
}
