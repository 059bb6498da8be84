/**
 * Cookies as a browser keeps them (RFC 6265bis), as a state machine over values: time comes from
 * outside, and no name is looked up.
 *
 * <pre>
 *   Set-Cookie line -> SetCookie -.
 *   Visit, now -------------------+-> CookieJar.received -> CookieJar, Verdict for each line
 *   Visit, now ---------------------> CookieJar.toSend   -> the cookies of a Cookie header
 * </pre>
 */
@NullMarked
package parley.protocol.cookie;

import org.jspecify.annotations.NullMarked;
