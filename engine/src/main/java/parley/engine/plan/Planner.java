package parley.engine.plan;

import parley.model.collection.Conversation;
import parley.model.collection.Mock;

/** Compiles what files say to plans, and finds all that cannot be run. */
public final class Planner {

  /** A planner that reads schemas and other files' steps through {@code files}. */
  public Planner(FileAccess files) {}

  /** The plan of a conversation. */
  public Planning<Plan> conversation(Conversation conversation, Given given) {
    return new Planning.Planned<>(new Plan());
  }

  /**
   * The plan of each connection to one path of a mock. Its sessions see the variables {@code
   * request} and {@code path}, see {@link parley.engine.session.Event.Accepted}.
   */
  public Planning<Plan> endpoint(Mock mock, Mock.Endpoint endpoint, Given given) {
    return new Planning.Planned<>(new Plan());
  }
}
