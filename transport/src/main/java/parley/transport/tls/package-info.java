/**
 * TLS of both roles: key material read from PEM and PKCS#12 files, contexts, and what a failure
 * means. Trust and key managers are wrapped, so that the peer's chain is kept before it is judged.
 *
 * <pre>
 *   TlsSpec -> TlsClient --TracingTrust, TracingKeys--> TlsTrace -> TlsFacts
 *                        |-a failure--> TlsDiagnosis (CertificateFaults, Issuers, HostNames)
 *                        \-a key log--> SecretsProvider -> HandshakeSecrets -> KeyLog
 *   PemFile (PemKey, EncryptedKey, OlderEncryption), Pkcs12File -> KeyMaterial; SystemTrust, Pins
 *   ServerIdentity -> TlsServer; CertificateMaker makes one on the spot
 * </pre>
 */
package parley.transport.tls;
