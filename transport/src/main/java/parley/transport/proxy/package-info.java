/**
 * The way through a proxy: {@link parley.transport.proxy.Passage} leads from a socket connected to
 * the proxy to one that leads to the server.
 *
 * <pre>
 *   Passage -> (TLS to the proxy) -> ConnectTunnel (ProxyLogin, ConnectRefusal) -> passed
 *                                 -> SocksTunnel (SocksHandler) ---------------/
 *   TunnelLog: what the proxy was asked and said
 * </pre>
 */
package parley.transport.proxy;
