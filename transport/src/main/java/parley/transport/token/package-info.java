/**
 * Tokens by client credentials (RFC 6749, 4.4) as values, without any I/O.
 *
 * <pre>
 *   Credentials.ClientCredentials --> TokenRequest --> the authorization server
 *   Token | Refused               <--  TokenAnswer <--
 * </pre>
 */
package parley.transport.token;
