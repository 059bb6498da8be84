package parley.store;

/** Is told of a view while it fills and grows, on a thread of the view; returns soon. */
@FunctionalInterface
public interface ViewWatcher {

  /** There is more in the view, or it has looked at more rows: at most twenty times a second. */
  void changed(View view);
}
