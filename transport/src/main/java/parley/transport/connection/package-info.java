/**
 * An open connection as its user sees it, the same for both roles: {@link
 * parley.transport.connection.Connection} to send, pause and end, and {@link
 * parley.transport.connection.ConnectionObserver} to hear of phases, frames, messages and the end.
 * A send answers with a {@link parley.transport.connection.Delivery}; {@link
 * parley.transport.connection.Pace} chops it.
 */
package parley.transport.connection;
