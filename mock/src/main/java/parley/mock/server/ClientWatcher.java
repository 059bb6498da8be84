package parley.mock.server;

import parley.engine.session.Report;
import parley.model.collection.Position;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.handshake.Refusal;
import parley.transport.connection.ConnectionObserver;

/**
 * Sees what happens with one client of a mock, on the mock's thread and in order. It must not
 * block.
 */
public interface ClientWatcher {

  /** Sees nothing. */
  ClientWatcher NONE = new ClientWatcher() {};

  /** The client is not let in; nothing else follows. */
  default void refused(Refusal refusal) {}

  /** The mock does something that a person might not expect, in one sentence. */
  default void notice(String text) {}

  /** What stands there in the mock's file makes no sense for this client, who is refused. */
  default void broken(Position at, String text) {}

  /** Sees the connection of a client that is let in, before the mock does anything about it. */
  default ConnectionObserver connection() {
    return new ConnectionObserver() {};
  }

  /** Something is handed to the connection now; what it becomes on the wire is observed after. */
  default void sending(Outgoing outgoing) {}

  /** A fault of the endpoint loses a message. */
  default void lost(Outgoing message) {}

  /** What the session tells of its steps. */
  default void report(Report report) {}
}
