package parley.engine.plan;

import java.util.List;
import java.util.Map;
import parley.engine.expression.Names;
import parley.model.collection.Conversation;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;
import parley.model.collection.Step;

/**
 * What steps may name.
 *
 * @param messages saved ones by their names
 * @param connections their numbers by their names
 * @param marks of the steps that others look back to, by their ids
 * @param pairs what {@code answers} compares, in the order of the plan's correlations
 * @param used the conversations whose steps are brought in by {@code use}
 */
public record StepContext(
    Names names,
    FileAccess files,
    Map<String, SavedMessage> messages,
    Map<String, Integer> connections,
    Map<String, Integer> marks,
    List<Step.Answers> pairs,
    Map<Source, Conversation> used) {

  public StepContext {
    messages = Map.copyOf(messages);
    connections = Map.copyOf(connections);
    marks = Map.copyOf(marks);
    pairs = List.copyOf(pairs);
    used = Map.copyOf(used);
  }

  Compiling compiling() {
    return new Compiling(names, files);
  }

  /** The same with the saved messages of a file that is brought in. */
  StepContext withMessages(Map<String, SavedMessage> theirs) {
    return new StepContext(names, files, theirs, connections, marks, pairs, used);
  }
}
