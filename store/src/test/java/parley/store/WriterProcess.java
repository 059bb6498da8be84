package parley.store;

import java.nio.file.Path;

/** Writes a row every so often until it is killed, and says each once it was added. */
public final class WriterProcess {

  private WriterProcess() {}

  /** Takes the folder of the history. */
  public static void main(String[] arguments) throws InterruptedException {
    var history = History.open(Path.of(arguments[0]), System.err::println);
    var log = history.begin(SessionLogTest.START, LogWatcher.NONE);
    System.out.println(log.id());
    for (var number = 1; ; number++) {
      log.append(SessionLogTest.text(number, "row " + number));
      System.out.println(System.currentTimeMillis() + " " + number);
      System.out.flush();
      if (number % 100 == 0) {
        Thread.sleep(1);
      }
    }
  }
}
