package parley.workbench.talk;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import parley.engine.plan.Given;
import parley.engine.plan.Plan;
import parley.files.collection.CollectionFiles;
import parley.model.collection.Conversation;
import parley.model.collection.Step;
import parley.report.Redaction;
import parley.runner.hand.HandPlan;
import parley.workspace.ScriptTexts;
import parley.workspace.Workspace;

/**
 * A conversation's file, ready to be talked by.
 *
 * @param given what comes to it from outside of the files
 * @param redaction takes out what nothing may show
 */
record TalkFile(
    Conversation conversation,
    HandPlan hand,
    Workspace workspace,
    Given given,
    Redaction redaction) {

  Path path() {
    return conversation.file();
  }

  Plan plan() {
    return hand.plan();
  }

  String environment() {
    return workspace.environment().map(one -> one.name()).orElse("");
  }

  List<String> lines() {
    return workspace.files().lines(path());
  }

  /** Whether whoever talks by the other one would do nothing else. */
  boolean isLike(TalkFile other) {
    return conversation.equals(other.conversation)
        && given.equals(other.given)
        && hand.row().equals(other.hand.row())
        && (hand.scripts().equals(other.hand.scripts()) || !hasScripts())
        && (!usesOthers(conversation.steps()) || sameFiles(other));
  }

  private boolean hasScripts() {
    return ScriptTexts.areUsed(conversation, workspace);
  }

  @SuppressWarnings("ReferenceEquality") // files that were read once are one object
  private boolean sameFiles(TalkFile other) {
    return files() == other.files();
  }

  private CollectionFiles files() {
    return workspace.files();
  }

  private static boolean usesOthers(List<Step> steps) {
    return steps.stream()
        .anyMatch(step ->
            step instanceof Step.Use || step.inner().stream().anyMatch(TalkFile::usesOthers));
  }

  /**
   * The connections to begin with: those that the steps use, in their order; without steps all of
   * them.
   */
  List<String> used() {
    var all = hand.connections();
    var numbers = new TreeSet<Integer>();
    conversation.steps().forEach(step -> addUsed(step, all, numbers));
    return numbers.isEmpty() ? all : numbers.stream().map(all::get).toList();
  }

  /** All connections, those to begin with first. */
  List<String> listed() {
    var names = new LinkedHashSet<>(used());
    names.addAll(hand.connections());
    return List.copyOf(names);
  }

  private static void addUsed(Step step, List<String> all, TreeSet<Integer> numbers) {
    var named =
        step instanceof Step.Connect(var names, _, _, _) && !names.isEmpty()
            ? names
            : step.modifiers().on().map(on -> List.of(on.text())).orElse(List.of());
    named.stream().map(all::indexOf).filter(index -> index >= 0).forEach(numbers::add);
    step.inner().forEach(steps -> steps.forEach(inner -> addUsed(inner, all, numbers)));
    if (named.isEmpty() && step.isAboutAConnection()) {
      numbers.add(0);
    }
  }
}
