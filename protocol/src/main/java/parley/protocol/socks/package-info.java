/**
 * The client's side of SOCKS 5 (RFC 1928) with the login of RFC 1929, as a state machine over
 * bytes.
 *
 * <pre>
 *   SocksTarget, SocksLogin --> SocksClient --> bytes to the proxy
 *              its answers  -->             --> open | refused | no SOCKS
 * </pre>
 */
package parley.protocol.socks;
