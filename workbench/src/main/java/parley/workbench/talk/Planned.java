package parley.workbench.talk;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Connecting;
import parley.workbench.call.Answer;

/** What is asked of a connection without opening it. It holds the conversation up only to plan. */
final class Planned {

  private Planned() {}

  /** By which way it would go now. */
  static Answer proxy(Talk talk, String connection) {
    var variables = talk.parts().surroundings().variables();
    return ask(talk, connection, connecting -> ProxyNow.of(connecting, variables));
  }

  /** Fetches its token. Blocks. */
  static Answer token(Talk talk, String connection) {
    var verify = talk.parts().verify();
    return ask(
        talk,
        connection,
        connecting -> TokenNow.fetch(connecting, verify::applied, talk.connector()));
  }

  private static Answer ask(Talk talk, String connection, Function<Connecting, Answer> work) {
    var planned = new AtomicReference<@Nullable Connecting>();
    var answer = talk.plan(connection, planned::set);
    var connecting = planned.get();
    return connecting == null ? answer : work.apply(connecting);
  }
}
