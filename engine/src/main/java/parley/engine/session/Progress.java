package parley.engine.session;

/** What an activity did when it was let go on. */
sealed interface Progress {

  /** It waits for an event or a time. */
  enum Wait implements Progress {
    HERE
  }

  /** Something inside of it is to be done first. */
  record Enter(Activity inner) implements Progress {}

  /** It is over. */
  record End(Ending ending) implements Progress {}

  static Progress end(Ending ending) {
    return new End(ending);
  }
}
