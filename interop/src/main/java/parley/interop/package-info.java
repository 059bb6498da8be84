/**
 * Parley and the peers of other makers, each as client and as server of the other, on loopback.
 *
 * <pre>
 *   ConversationTest --> Peers --> PeerClient --socket--> PeerServer
 *                                  one of the two is Parley
 * </pre>
 */
@NullMarked
package parley.interop;

import org.jspecify.annotations.NullMarked;
