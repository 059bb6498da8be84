package parley.engine.function;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions by name. */
public final class Functions {

  /** In alphabetical order of their names. */
  public static final Map<String, Function> BY_NAME = byName();

  private Functions() {}

  private static Map<String, Function> byName() {
    var byName = new TreeMap<String, Function>();
    Stream.of(
            NumberFunctions.all(),
            TextFunctions.all(),
            PatternFunctions.all(),
            ListFunctions.all(),
            JsonFunctions.all(),
            CodeFunctions.all(),
            HashFunctions.all(),
            TokenFunctions.all(),
            MarkupFunctions.all(),
            DateFunctions.all(),
            RandomFunctions.all())
        .forEach(group -> group.forEach(one -> byName.put(one.name(), one)));
    return Collections.unmodifiableMap(byName);
  }
}
