/**
 * What both roles share on top of Netty. A {@link parley.transport.channel.Link} is an endpoint of
 * {@code protocol} on a socket, served by one thread.
 *
 * <pre>
 *   Loop (one thread) -> Socket -> LinkHandler --bytes--> Link --> Endpoint --> ObserverTap -> observer
 *                                                         Link <-- LinkWire <-- Endpoint
 *                        Socket <-- Outbox (order, pace) <-- Link
 *   ReadGate: whether the socket is read.  Ending: the orderly end.  KeepAlivePings, PingLedger: pings.
 * </pre>
 */
package parley.transport.channel;
