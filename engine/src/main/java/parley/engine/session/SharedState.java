package parley.engine.session;

/** Variables that several sessions share. All of them run on one thread. */
public final class SharedState {

  /** Without any value: the first session of a plan puts the initial ones in. */
  public SharedState() {}
}
