/**
 * The opening handshake (RFC 6455, 4) over HTTP/1.1 heads (RFC 9112), on both sides.
 *
 * <pre>
 *   ClientHandshakeSpec --> ClientHandshake --> RequestHead  ==>  HeadReader --> ServerHandshake
 *                                 |                                                    |
 *      Judgement <-- judge <-- HeadReader  <==  ResponseHead  <-- accept or refusal <--+
 * </pre>
 */
package parley.protocol.handshake;
