/**
 * One side of an open connection as a value (RFC 6455, 5 to 8). {@link
 * parley.protocol.endpoint.Endpoint} takes bytes and {@link parley.protocol.endpoint.Outgoing}
 * requests, writes to a {@link parley.protocol.endpoint.Wire} and tells an {@link
 * parley.protocol.endpoint.EndpointObserver} the facts; {@link parley.protocol.endpoint.Violation}s
 * are judgments beside them, and {@link parley.protocol.endpoint.Policy} decides what follows.
 *
 * <pre>
 *   bytes    --receive--> Endpoint --write--> Wire
 *   Outgoing --send-----> Endpoint --frames, messages, violations, closure--> EndpointObserver
 * </pre>
 */
package parley.protocol.endpoint;
