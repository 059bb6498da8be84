package parley.engine.loadmill;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.engine.function.Function;

/** All of Loadmill's functions by their names there, which begin with two underscores. */
public final class LoadmillFunctions {

  /** In alphabetical order of their names. */
  public static final Map<String, Function> BY_NAME = byName();

  private LoadmillFunctions() {}

  private static Map<String, Function> byName() {
    var byName = new TreeMap<String, Function>();
    Stream.of(
            Numbers.all(),
            Conditions.all(),
            Choices.all(),
            Texts.all(),
            Arrays.all(),
            Queries.all(),
            Chances.all(),
            Times.all())
        .forEach(group -> group.forEach(one -> byName.put(one.name(), one)));
    return Collections.unmodifiableMap(byName);
  }
}
