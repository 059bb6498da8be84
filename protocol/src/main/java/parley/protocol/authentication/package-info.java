/**
 * Challenges of servers and proxies and the answers to them: basic (RFC 7617) and digest (RFC
 * 7616). Beside them, the signature with which AWS wants a request to begin.
 *
 * <pre>
 *   WWW-Authenticate, Proxy-Authenticate --> ChallengeList --> Challenge
 *                                                                  |
 *   Authorization, Proxy-Authorization   <-- answer  <--  DigestChallenge
 *
 *   target, headers --> AwsSigner --> headers to add, or the target with a signature
 * </pre>
 */
package parley.protocol.authentication;
