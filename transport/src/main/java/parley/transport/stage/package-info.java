/**
 * The stages that every way to a server has, each on a socket that is connected: TLS, and an HTTP
 * request with its answer. A proxy, a token server and the server itself are asked with the same.
 *
 * <pre>
 *   TlsClients -> TlsStage (FirstBytes, KeyLogTap) -> UpgradeHandler -> RefusalHandler (RefusalBody)
 *   EvidenceLog: what was seen, and how long each stage took
 * </pre>
 */
package parley.transport.stage;
