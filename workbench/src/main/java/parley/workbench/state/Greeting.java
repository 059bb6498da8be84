package parley.workbench.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;

/** What a page is told when it comes: each part of the workbench adds what it has to say. */
public final class Greeting {

  private final Map<String, Supplier<Value>> parts = new LinkedHashMap<>();

  /** Adds a part; it is asked on a virtual thread at each greeting. */
  public Greeting add(String name, Supplier<Value> part) {
    parts.put(name, part);
    return this;
  }

  /** Adds its call. */
  public void addTo(Calls calls) {
    calls.add("hello", (_, _) -> Answer.of(value()));
  }

  private Value value() {
    var greeting = Json.object();
    parts.forEach((name, part) -> greeting.put(name, part.get()));
    return greeting.value();
  }
}
