/**
 * Opening connections. A {@link parley.transport.connect.Connector} turns a {@link
 * parley.model.connection.ConnectSpec} into an {@link parley.model.connection.Attempt}: open,
 * rejected or failed, never an exception for what the network or the server did.
 *
 * <pre>
 *   ConnectSpec -> Journey --Tokens, AwsProof, Cookies--> Question -> Dial
 *                     ^                                                |  Reach (DNS, TCP), Passage (PROXY),
 *                     |                                                |  TlsStage (TLS), UpgradeHandler (UPGRADE)
 *                     '-- Redirects, Challenges -- Attempt.Rejected <--+
 *                                                  Attempt.Open, Failed
 * </pre>
 */
package parley.transport.connect;
