package parley.engine.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import parley.engine.plan.Facts;
import parley.engine.plan.StepPlan;
import parley.model.connection.Attempt;
import parley.model.value.Value;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/**
 * Something that happened to a session. Connections go by the number that {@link Actions#open} gave
 * them; things asked for go by their tickets.
 */
public sealed interface Event {

  /** The plan's steps are to be done; the session ends when they are. */
  record Begin() implements Event {}

  /** By hand: these steps are to be done now, beside whatever else goes on. */
  record Command(List<StepPlan> steps) implements Event {
    public Command {
      steps = List.copyOf(steps);
    }
  }

  /**
   * By hand: messages that came before are not for the steps of later commands; nothing is asked of
   * steps that wait.
   */
  record Forget() implements Event {}

  /** By hand: the steps of commands that still go on are given up, without a word about them. */
  record Halt() implements Event {}

  /**
   * By hand: a connection that is being opened, or waits for its next try, is opened no further.
   */
  record GiveUp(int connection) implements Event {}

  /** A client has connected: connection 0 of a session that mocks a server. */
  record Accepted(List<Named> variables, Facts facts) implements Event {
    public Accepted {
      variables = List.copyOf(variables);
    }
  }

  /** A variable's value, such as {@code request} or {@code path} of a mock. */
  record Named(String name, Value value) {}

  /** What came of {@link Actions#open}. */
  record Attempted(int connection, Attempt attempt) implements Event {}

  /**
   * A message arrived.
   *
   * @param number in the transcript; later messages have greater ones
   * @param text whether it is text, then valid UTF-8; else it is binary
   * @param payload lent until the session returns
   */
  record Message(int connection, long number, boolean text, ByteBuffer payload) implements Event {}

  /** A pong answered a ping of {@link Actions#send}. */
  record Pong(int connection, Bytes payload, Duration roundTrip) implements Event {}

  /**
   * Nothing can be sent on a connection any more, since the other side has begun to end it or a
   * write failed: {@link Ended} follows.
   */
  record Ending(int connection) implements Event {}

  /** A connection has ended. */
  record Ended(int connection, Closure closure) implements Event {}

  /** What became of something that was asked for under a ticket. */
  sealed interface Answered extends Event {

    long ticket();
  }

  /** Of what was sent, the last byte was handed to the operating system. */
  record Written(long ticket) implements Answered {}

  /**
   * What was to be sent was not, or not all of it.
   *
   * @param why such as {@code the connection had ended}
   */
  record Unsent(long ticket, String why) implements Answered {}

  /** A file was read. */
  record Loaded(long ticket, Bytes content) implements Answered {}

  /** A file could not be read, and why. */
  record NotLoaded(long ticket, String why) implements Answered {}

  /** A script was done, or given up. */
  record ScriptEnded(long ticket, ScriptAnswer answer) implements Answered {}

  /** The time of {@link Actions#wake} has come. */
  record Tick() implements Event {}

  /** From the hub: to be sent on the mock's connection. */
  record Published(Outgoing outgoing) implements Event {}

  /** A person gives up, or the program ends: cut short, close what is open, end. */
  record Cancel(String why) implements Event {}
}
