package parley.engine.session;

/** Cuts a connection with a TCP reset and waits until it has ended. */
final class ResetRun implements Activity {

  private final Link link;

  ResetRun(Link link) {
    this.link = link;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (link.isOpen()) {
      strand.session().cut(link);
    }
    return link.isAlive() ? Progress.Wait.HERE : Progress.end(Ending.PASSED);
  }
}
