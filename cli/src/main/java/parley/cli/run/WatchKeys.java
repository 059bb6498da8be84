package parley.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.Shell;

/** The keys that a person presses while tests are watched; lines where there is no terminal. */
final class WatchKeys implements AutoCloseable {

  /** What a person wants. */
  enum Wish {
    ALL,
    FAILED,
    QUIT
  }

  private final @Nullable Terminal terminal;
  private final @Nullable Attributes before;

  private WatchKeys(@Nullable Terminal terminal) {
    this.terminal = terminal;
    before = terminal == null ? null : terminal.enterRawMode();
  }

  /** Begins to listen; wishes are put where {@code wishes} says. */
  static WatchKeys listen(Shell shell, BlockingQueue<Wish> wishes) {
    var keys = new WatchKeys(terminal(shell));
    var terminal = keys.terminal;
    var in = terminal == null ? shell.in() : terminal.input();
    Thread.ofPlatform().daemon().name("keys").start(() -> read(in, terminal == null, wishes));
    return keys;
  }

  private static @Nullable Terminal terminal(Shell shell) {
    if (!shell.terminals().in()) {
      return null;
    }
    try {
      return TerminalBuilder.builder().system(true).nativeSignals(false).build();
    } catch (IOException none) {
      return null; // lines will do
    }
  }

  private static void read(InputStream in, boolean lines, BlockingQueue<Wish> wishes) {
    try {
      var empty = true;
      for (var key = in.read(); key >= 0; key = in.read()) {
        var isEnd = key == '\n' || key == '\r';
        var wish = isEnd ? (!lines || empty ? Wish.ALL : null) : wish(key);
        if (wish != null) {
          wishes.add(wish);
        }
        empty = isEnd;
      }
    } catch (IOException closed) {
      return; // nobody presses any more
    }
  }

  private static @Nullable Wish wish(int key) {
    return switch (Character.toString(key).toLowerCase(Locale.ROOT)) {
      case "a" -> Wish.ALL;
      case "f" -> Wish.FAILED;
      case "q" -> Wish.QUIT;
      default -> null;
    };
  }

  /** The terminal is as it was. */
  @Override
  public void close() {
    if (terminal != null && before != null) {
      terminal.setAttributes(before);
    }
  }
}
