package parley.cli.talk;

/**
 * Counts the bytes between the connection and standard output, and stops reading while there are
 * too many. Any thread.
 */
public final class Backlog {

  private static final long HIGH_BYTES = 1 << 20;
  private static final long LOW_BYTES = 1 << 18;

  private final Runnable pause;
  private final Runnable resume;
  private long bytes;
  private boolean paused;

  public Backlog(Runnable pause, Runnable resume) {
    this.pause = pause;
    this.resume = resume;
  }

  public synchronized void add(long more) {
    bytes += more;
    if (!paused && bytes > HIGH_BYTES) {
      paused = true;
      pause.run();
    }
  }

  public synchronized void remove(long written) {
    bytes -= written;
    if (paused && bytes < LOW_BYTES) {
      paused = false;
      resume.run();
    }
  }
}
