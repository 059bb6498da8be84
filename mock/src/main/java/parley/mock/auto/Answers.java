package parley.mock.auto;

import parley.engine.expression.Scope;
import parley.model.value.Value;

/** Where answers come from. */
interface Answers {

  /** What answering a message came to. */
  sealed interface Answer {

    /** A text is sent as it is, anything else as JSON. */
    record Made(Value value, boolean plain) implements Answer {}

    /** It is nothing that is answered here. */
    record Strange() implements Answer {}

    /** It should be answered, and cannot be. */
    record Faulty(String why) implements Answer {}
  }

  Answer answer(Value message, Scope scope);

  /** Whether it answers every message. */
  boolean answersAll();
}
