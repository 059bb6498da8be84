package parley.files.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.problem.Problems;
import parley.model.collection.Connection;
import parley.model.collection.Conversation;
import parley.model.collection.Modifiers;
import parley.model.collection.Position;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Take;

/** Looks whether what the steps of a conversation name is there: messages, connections, steps. */
final class References {

  private final Conversation conversation;
  private final Problems problems;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Position> ids = new HashMap<>();

  private References(Conversation conversation, Problems problems) {
    this.conversation = conversation;
    this.problems = problems;
  }

  static void check(Conversation conversation, Problems problems) {
    var references = new References(conversation, problems);
    references.gather(conversation.steps());
    references.gather(conversation.onReconnect());
    conversation.onMessage().forEach(rule -> references.gather(rule.steps()));
    conversation.every().forEach(timer -> references.gather(timer.steps()));
    references.checkAll();
    hooks(conversation, problems);
  }

  /** Those of folders know nothing of the conversation's own messages and steps. */
  private static void hooks(Conversation conversation, Problems problems) {
    var references = new References(conversation, problems);
    references.gather(conversation.hooks().beforeEach());
    references.gather(conversation.hooks().afterEach());
    references.checkAll(Set.of());
  }

  private void gather(List<Step> more) {
    for (var step : more) {
      steps.add(step);
      step.modifiers().id().ifPresent(id -> remember(id, step.modifiers().at()));
      step.inner().forEach(this::gather);
    }
  }

  private void remember(String id, Position at) {
    var first = ids.putIfAbsent(id, at);
    if (first != null) {
      problems.add(
          at,
          "the id `" + id + "` again",
          "an id for each step",
          "the first stands in line " + first.line());
    }
  }

  private void checkAll() {
    checkAll(conversation.messages().stream().map(SavedMessage::name).collect(Collectors.toSet()));
    if (steps.stream().noneMatch(Step.Use.class::isInstance)) {
      paceIds();
    }
  }

  private void checkAll(Set<String> messages) {
    var connections =
        conversation.connections().stream().map(Connection::name).collect(Collectors.toSet());
    for (var step : steps) {
      message(step).ifPresent(name -> known(name.text(), messages, "a saved message", name.at()));
      step.modifiers()
          .on()
          .filter(References::isName)
          .ifPresent(name -> known(name.text(), connections, "a connection", name.at()));
      if (step instanceof Step.Connect connect) {
        connect.names().forEach(name -> known(name, connections, "a connection", at(step)));
      }
    }
    if (steps.stream().noneMatch(Step.Use.class::isInstance)) {
      steps.forEach(step -> stepIds(step, messages));
    }
  }

  private static Optional<Source> message(Step step) {
    return step
            instanceof Step.Send(Step.What.Saved(var name), var h, var c, var e, var f, Modifiers m)
        ? Optional.of(name).filter(source -> !source.hasTemplate())
        : Optional.empty();
  }

  private static boolean isName(Source on) {
    return !on.hasTemplate() && !on.text().contains("/");
  }

  /** Ids of steps that another file brings are not known here, so this is for files without any. */
  private void stepIds(Step step, Set<String> messages) {
    if (step instanceof Step.Receive receive) {
      if (receive.take() instanceof Take.Since(var id)) {
        known(id, ids.keySet(), "the id of a step", at(step));
      }
      var names =
          Stream.concat(ids.keySet().stream(), messages.stream()).collect(Collectors.toSet());
      receive
          .answers()
          .ifPresent(answers ->
              known(answers.send(), names, "the id of a step or a saved message", at(step)));
    }
    if (step instanceof Step.Absent absent) {
      absent.since().ifPresent(id -> known(id, ids.keySet(), "the id of a step", at(step)));
    }
  }

  private void paceIds() {
    conversation
        .load()
        .ifPresent(load ->
            load.repeat()
                .ifPresent(pace ->
                    pace.steps()
                        .forEach(id -> known(id, ids.keySet(), "the id of a step", load.at()))));
  }

  private static Position at(Step step) {
    return step.modifiers().at();
  }

  private void known(String name, Set<String> names, String expected, Position at) {
    if (names.contains(name)) {
      return;
    }
    var found = "the name `" + name + "`";
    var list =
        names.stream().sorted().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
    var all = expected + (names.isEmpty() ? ", and there is none" : ": " + list);
    Nearest.hint(name, names)
        .ifPresentOrElse(
            hint -> problems.add(at, found, all, hint), () -> problems.add(at, found, all));
  }
}
