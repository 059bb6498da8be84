package parley.engine.session;

/**
 * Something that a strand is doing: a step, the verb of a step, a list of steps. It is let go on
 * when it is entered, after every event, when its time has come, and after what it entered ended.
 */
interface Activity {

  /** Never, as a time. */
  long NEVER = Long.MAX_VALUE;

  /** Goes on as far as it can. */
  Progress proceed(Strand strand);

  /** What it entered has ended. */
  default void innerEnded(Ending ending) {
    throw new IllegalStateException("nothing was entered");
  }

  /** When it wants to go on, whatever happens until then. */
  default long dueNanos() {
    return NEVER;
  }

  /** A message came that no rule took; true when it takes it. */
  default boolean takes(Strand strand, Arrival arrival) {
    return false;
  }

  /** A message came, whoever takes it. */
  default void sees(Strand strand, Arrival arrival) {}

  /** What was asked for under a ticket was done. */
  default void answered(Answer answer) {}

  /** Its step's time is up. */
  default Ending timedOut(Strand strand, String within) {
    return Ending.failed("it took longer than " + within);
  }

  /** Whether it does what is to be done in any case. */
  default boolean isLast() {
    return false;
  }

  /** It is to end as soon as it can; true when it first does what is to be done in any case. */
  default boolean cut(Strand strand) {
    return false;
  }

  /** It will not go on; what it left running is to be ended. */
  default void cancelled(Strand strand) {}
}
