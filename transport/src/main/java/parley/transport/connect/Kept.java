package parley.transport.connect;

import io.netty.channel.socket.DuplexChannel;
import parley.model.connection.Attempt;
import parley.model.connection.Attempt.BodyEnd;
import parley.model.connection.Evidence;
import parley.model.connection.WsUrl;
import parley.protocol.handshake.ResponseHead;

/**
 * A connection that outlived a refusal, for the next request to the same server (RFC 9112, 9.3).
 *
 * @param evidence of the request before
 */
record Kept(DuplexChannel socket, Evidence evidence) {

  /** Whether the server leaves the connection open behind this answer. */
  static boolean isAllowedBy(Attempt.Rejected refused) {
    var answer = refused.answer();
    return refused.bodyEnd() == BodyEnd.COMPLETE
        && answer.version().equals("HTTP/1.1")
        && !answer.lists("Connection", "close")
        && hasEnd(answer);
  }

  private static boolean hasEnd(ResponseHead answer) {
    return answer.lists("Transfer-Encoding", "chunked")
        || answer.first("Content-Length").isPresent();
  }

  /** Whether a request to {@code url} may go over it. */
  boolean leadsTo(WsUrl url) {
    return socket.isActive() && evidence.url().isSameServer(url);
  }
}
