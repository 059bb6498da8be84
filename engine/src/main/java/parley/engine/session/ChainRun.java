package parley.engine.session;

import java.util.List;

/** Activities one after the other, up to the first that does not go on. */
final class ChainRun implements Activity {

  private final List<Activity> all;
  private int next;
  private Ending last = Ending.PASSED;

  ChainRun(List<Activity> all) {
    this.all = all;
  }

  @Override
  public Progress proceed(Strand strand) {
    return last.goesOn() && next < all.size()
        ? new Progress.Enter(all.get(next++))
        : Progress.end(last);
  }

  @Override
  public void innerEnded(Ending ending) {
    last = ending;
  }
}
