package parley.cli.talk;

import java.util.List;
import parley.cli.input.Notation;
import parley.model.connection.ConnectSpec;

/**
 * All that a command line asks for: what to connect to, what to say, when it is over, what to show.
 *
 * @param notices what was corrected in the command line, a sentence each
 * @param notation of messages to send
 */
public record TalkPlan(
    ConnectSpec connect,
    List<String> notices,
    TalkSpec talk,
    List<InputItem> input,
    Notation notation,
    MessageMaker maker,
    View view) {

  public TalkPlan {
    notices = List.copyOf(notices);
    input = List.copyOf(input);
  }
}
