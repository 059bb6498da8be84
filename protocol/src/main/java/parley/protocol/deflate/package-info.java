/**
 * permessage-deflate (RFC 7692): what is offered and agreed on, and messages compressed by it.
 *
 * <pre>
 *   DeflateOffer --> Extension --> ExtensionList     Sec-WebSocket-Extensions
 *                                       |
 *        DeflatePolicy --> DeflateNegotiation --> DeflateParameters
 *                                                  |           |
 *                                     MessageDeflater     MessageInflater
 * </pre>
 */
package parley.protocol.deflate;
