package parley.transport.listen;

import java.net.InetSocketAddress;
import parley.protocol.handshake.RequestHead;

/** A client asks for a page by GET or HEAD, without a body and without an upgrade. */
public record PageRequest(RequestHead head, InetSocketAddress remote) {}
