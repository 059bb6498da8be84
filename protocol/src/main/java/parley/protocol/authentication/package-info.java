/**
 * Challenges of servers and proxies and the answers to them: basic (RFC 7617) and digest (RFC
 * 7616).
 *
 * <pre>
 *   WWW-Authenticate, Proxy-Authenticate --> ChallengeList --> Challenge
 *                                                                  |
 *   Authorization, Proxy-Authorization   <-- answer  <--  DigestChallenge
 * </pre>
 */
package parley.protocol.authentication;
