/**
 * Servers that answer as told.
 *
 * <ul>
 *   <li>{@link parley.mock.server.EchoServer} sends everything back: a listener and an {@link
 *       parley.mock.server.EchoObserver} a connection, which echoes on a client's connection just
 *       as well.
 *   <li>{@link parley.mock.server.MockServer} does what a file says: each client of its {@link
 *       parley.mock.plan.MockPlan} is a session of the engine. A {@link
 *       parley.mock.server.MockWatcher} sees it all.
 * </ul>
 */
package parley.mock.server;
