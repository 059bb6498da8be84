/** Accepting connections: a listener, and what its owner answers to each upgrade request. */
package parley.transport.listen;
