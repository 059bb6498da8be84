package parley.interop;

import java.net.URI;
import java.util.List;
import parley.protocol.frame.Bytes;

/** A WebSocket client that does what a test says, one connection at a time. */
interface PeerClient extends AutoCloseable {

  /** Begins a connection; what comes of it is heard. */
  void open(URI url, List<String> subprotocols, Deflate deflate);

  /** Sends a text message in as many frames as there are parts. */
  void text(String... parts);

  void binary(Bytes payload);

  void ping(String payload);

  void close(int code, String reason);

  /** Waits for what is heard next, for {@link Deadline#SECONDS_AT_MOST} at most. */
  Heard next();

  @Override
  void close();
}
