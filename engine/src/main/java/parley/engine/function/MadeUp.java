package parley.engine.function;

/** Where made-up data comes from: names of people, addresses, prices. Any thread may call it. */
public interface MadeUp {

  /** There is none. */
  MadeUp NONE =
      (name, in) ->
          new Result.Fault(
              Result.Reason.INVALID,
              0,
              "there is no made-up data here, so $" + name + " is nothing");

  /**
   * The next value of a dynamic variable, by its name without the {@code $}, with the chance and
   * the time of {@code in}; a fault for a name that it does not know.
   */
  Result next(String name, Surroundings in);
}
