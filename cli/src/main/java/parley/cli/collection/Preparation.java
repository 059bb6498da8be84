package parley.cli.collection;

import parley.engine.plan.Plan;
import parley.model.collection.Conversation;

/** What making a conversation ready to be run came to. */
public sealed interface Preparation {

  /**
   * It can be run.
   *
   * @param warnings what is probably not meant so
   */
  record Ready(Conversation conversation, Plan plan, ProblemList warnings) implements Preparation {}

  /** It cannot; all that is wrong, with its file, with those that it uses, and with its plan. */
  record Wrong(ProblemList problems) implements Preparation {}
}
