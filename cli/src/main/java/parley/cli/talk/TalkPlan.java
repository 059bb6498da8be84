package parley.cli.talk;

import java.util.List;
import parley.cli.input.Notation;

/**
 * What a command line asks for whatever it connects to: what to say, when it is over, what to show.
 *
 * @param notation of messages to send
 */
public record TalkPlan(
    TalkSpec talk, List<InputItem> input, Notation notation, MessageMaker maker, View view) {

  public TalkPlan {
    input = List.copyOf(input);
  }
}
