/**
 * Opening connections. A {@link parley.transport.connect.Connector} turns a {@link
 * parley.model.connection.ConnectSpec} into an {@link parley.model.connection.Attempt}: open,
 * rejected or failed, never an exception for what the network or the server did.
 *
 * <pre>
 *   ConnectSpec --Dial--> Lookup -> AddressTries -> TlsStage -> UpgradeHandler --> Attempt.Open + Connection
 *                           DNS        TCP            TLS          UPGRADE     \-> RefusalBody -> Attempt.Rejected
 *                     every stage: EvidenceLog; a failure of any ----------------> Attempt.Failed
 * </pre>
 */
package parley.transport.connect;
