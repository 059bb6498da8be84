package parley.workbench.collection;

import java.util.List;
import java.util.Optional;
import parley.engine.expression.Names;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;

/** The call {@code variables.get}: for completion, for hovering, and to mark unknown ones. */
public final class VariableCalls {

  private static final String MASK = "\u2022".repeat(8);

  private final OpenFolder folder;

  public VariableCalls(OpenFolder folder) {
    this.folder = folder;
  }

  /** Adds it. */
  public void addTo(Calls calls) {
    calls.add("variables.get", (with, _) -> get(with.text("key")));
  }

  private Answer get(String key) {
    return switch (folder.place(key)) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) ->
          Answer.of(
              Json.object()
                  .put("variables", VariableScope.of(path, folder), VariableCalls::info)
                  .put("dynamic", Json.texts(dynamic())));
    };
  }

  /** The names of dynamic variables, with their {@code $}. */
  public static List<String> dynamic() {
    return Names.of().dynamic().keySet().stream().sorted().map(name -> "$" + name).toList();
  }

  private static Value info(VariableScope.Known one) {
    var value = one.secret() ? Optional.of(MASK) : one.value();
    var info = Json.object().put("name", one.name()).putText("value", value);
    return (one.secret() ? info.put("secret", true) : info).put("from", one.from()).value();
  }
}
