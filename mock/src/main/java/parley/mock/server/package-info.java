/**
 * Servers that answer as told: for now {@link parley.mock.server.EchoServer}, made of a listener
 * and an {@link parley.mock.server.EchoObserver} a connection. The observer echoes on a client's
 * connection just as well.
 */
package parley.mock.server;
