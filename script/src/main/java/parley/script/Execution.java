package parley.script;

import com.sun.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Durations;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.model.collection.Position;

/** One script that is done, on a thread of its own. */
final class Execution implements Runnable {

  /** What the language calls the script's code. */
  static final String NAME = "script.js";

  private final ScriptCall call;
  private final Sandboxes sandboxes;
  private final Consumer<ScriptAnswer> answer;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile @Nullable Context context;
  private final ThreadMXBean threads;
  private volatile @Nullable String stopped;
  private volatile long beganNanos;
  private volatile long beganBytes;

  /** Where the sandbox comes from; making it may take a moment. */
  interface Sandboxes {
    Sandbox get();
  }

  Execution(
      ScriptCall call, Sandboxes sandboxes, ThreadMXBean threads, Consumer<ScriptAnswer> answer) {
    this.call = call;
    this.sandboxes = sandboxes;
    this.threads = threads;
    this.answer = answer;
  }

  @Override
  public void run() {
    var numbers = new TaggedNumbers("~" + Long.toHexString(random()) + ":");
    var desk = new Desk(call, numbers);
    try {
      run(sandboxes.get(), desk, numbers);
    } catch (OutOfMemoryError _) {
      desk.fault("the script took all memory there is");
    } catch (Sandbox.MissingLanguage _) {
      desk.fault("JavaScript is not there yet; `parley trust FOLDER` fetches it");
    } catch (RuntimeException | StackOverflowError fault) {
      desk.fault("the script ended in a fault of the sandbox: " + fault);
    }
    var why = stopped;
    if (why != null) {
      desk.fault(why);
    }
    give(desk.answer());
  }

  private static long random() {
    return ThreadLocalRandom.current().nextLong();
  }

  private void run(Sandbox sandbox, Desk desk, TaggedNumbers numbers) {
    var own = sandbox.context();
    context = own;
    try {
      if (stopped == null) {
        var ended =
            own.eval(sandbox.preparation())
                .execute(desk, numbers.write(call.given()), (int) call.seed(), numbers.tag());
        beganBytes = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        beganNanos = System.nanoTime();
        evaluate(own, ended, desk);
      }
    } catch (PolyglotException e) {
      desk.fault(e.isCancelled() ? "the script was stopped" : "the script cannot go on: " + e);
    } finally {
      close(own);
    }
  }

  private void evaluate(Context own, Value ended, Desk desk) {
    var source = Source.newBuilder(Sandbox.LANGUAGE, call.script().text(), NAME).buildLiteral();
    try {
      own.eval(source);
    } catch (PolyglotException e) {
      if (e.isCancelled() || !e.isGuestException()) {
        throw e;
      }
      desk.thrownAt(place(e, source).orElse(null));
      if (e.isSyntaxError()) {
        desk.fault(place(e, source).orElse(call.script().source().at()), firstLine(e));
      } else {
        ended.execute(thrown(e));
      }
    }
  }

  private static @Nullable Object thrown(PolyglotException e) {
    var value = e.getGuestObject();
    return value == null ? e.getMessage() : value;
  }

  /** Names the file again and draws an arrow below the first line. */
  private static String firstLine(PolyglotException e) {
    var text = String.valueOf(e.getMessage());
    return text.lines().findFirst().orElse("").replaceFirst(NAME + ":\\d+:\\d+:? ?", "");
  }

  private Optional<Position> place(PolyglotException e, Source source) {
    return section(e.getSourceLocation(), source)
        .or(() -> {
          for (var frame : e.getPolyglotStackTrace()) {
            var found = section(frame.getSourceLocation(), source);
            if (found.isPresent()) {
              return found;
            }
          }
          return Optional.empty();
        });
  }

  private Optional<Position> section(@Nullable SourceSection section, Source source) {
    return section != null && section.getSource().equals(source) && section.hasLines()
        ? Optional.of(call.script().place(section.getStartLine(), section.getStartColumn()))
        : Optional.empty();
  }

  /** From another thread: which limit the script on {@code thread} is beyond, if any. */
  Optional<String> beyond(Thread thread, long nowNanos) {
    if (beganNanos == 0) {
      return Optional.empty();
    }
    if (nowNanos - beganNanos > call.limit().toNanos()) {
      return Optional.of(
          "the script took longer than its limit of " + Durations.text(call.limit()));
    }
    var bytes = threads.getThreadAllocatedBytes(thread.threadId()) - beganBytes;
    return bytes > ScriptPool.MAX_MEMORY.bytes()
        ? Optional.of("the script took more memory than its limit of " + ScriptPool.MAX_MEMORY)
        : Optional.empty();
  }

  /** Why it was stopped. */
  String whyStopped() {
    return String.valueOf(stopped);
  }

  /** From another thread: ends it as soon as the language can; blocks until then. */
  void stop(String why) {
    stopped = why;
    var running = context;
    if (running != null) {
      close(running);
    }
  }

  private static void close(Context context) {
    try {
      context.close(true);
    } catch (RuntimeException _) {
      // it ends with an exception of the script, or was ended by another thread
    }
  }

  /** Answers, unless that was done. */
  void give(ScriptAnswer what) {
    if (answered.compareAndSet(false, true)) {
      answer.accept(what);
    }
  }
}
