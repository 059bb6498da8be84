package parley.workspace;

import parley.engine.plan.Plan;
import parley.model.collection.Conversation;

/** What making a conversation ready to be run came to. */
public sealed interface Preparation {

  /** What is wrong, or only probably not meant so. */
  ProblemList problems();

  /**
   * It can be run.
   *
   * @param problems warnings only
   */
  record Ready(Conversation conversation, Plan plan, ProblemList problems) implements Preparation {}

  /** It cannot; all that is wrong, with its file, with those that it uses, and with its plan. */
  record Wrong(ProblemList problems) implements Preparation {}
}
