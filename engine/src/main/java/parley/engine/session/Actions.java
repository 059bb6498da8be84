package parley.engine.session;

import parley.engine.plan.MessageSight;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.Outgoing;

/**
 * What a session wants done. Called while the session handles an event, on its thread; an answer
 * comes back later as an event, never from within a call.
 */
public interface Actions {

  /**
   * Opens a connection; answered by {@link Event.Attempted}, later by {@link Event.Ended} when it
   * was opened. The same number comes again when a connection is opened anew.
   *
   * @param name as the file has it, empty for the main connection
   */
  void open(int connection, String name, ConnectSpec spec);

  /**
   * Sends on an open connection; answered by {@link Event.Written} or {@link Event.Unsent}. A ping
   * is answered by {@link Event.Pong} too, a Close frame by {@link Event.Ended}.
   */
  void send(int connection, Outgoing outgoing, long ticket);

  /**
   * Cuts a connection with a TCP reset, or gives up opening it: {@link Event.Ended} follows only
   * when it was open.
   */
  void abort(int connection);

  /** Reads a file; answered by {@link Event.Loaded} or {@link Event.NotLoaded}. */
  void load(long ticket, Source path);

  /** Does a script, apart from everything else; answered by {@link Event.ScriptEnded}. */
  void script(long ticket, ScriptCall call);

  /**
   * Asks for an {@link Event.Tick} at that time since the session began, in place of one asked for
   * before. {@link Long#MAX_VALUE}: none.
   */
  void wake(long atNanos);

  /** In a mock: into a room of the hub. */
  void join(String room);

  /** In a mock: out of a room of the hub. */
  void leave(String room);

  /** In a mock: sends to every connection of a room. */
  void publish(String room, boolean exceptSelf, Outgoing outgoing);

  /**
   * In a mock: a message came that no rule takes; {@code sight} is lent for the call. What is sent
   * because of it is no action of the session.
   */
  default void unanswered(MessageSight sight) {}

  /** Tells whoever watches. */
  void report(Report report);
}
