package parley.transport.channel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/**
 * Unpredictable masking keys and nonces (RFC 6455, 10.3), fetched in blocks since each fetch costs
 * a system call. For one thread.
 */
public final class MaskingKeys implements IntSupplier {

  private static final int BLOCK_BYTES = 4 << 10;
  private static final int NONCE_BYTES = 16;

  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).limit(0);
  private @Nullable SecureRandom random;

  @Override
  public int getAsInt() {
    ensure(Integer.BYTES);
    return block.getInt();
  }

  /** Sixteen bytes for a Sec-WebSocket-Key (RFC 6455, 4.1). */
  public Bytes nonce() {
    ensure(NONCE_BYTES);
    var nonce = new byte[NONCE_BYTES];
    block.get(nonce);
    return Bytes.of(nonce);
  }

  private void ensure(int bytes) {
    if (block.remaining() < bytes) {
      random().nextBytes(block.array());
      block.clear();
    }
  }

  private SecureRandom random() {
    var source = random;
    if (source == null) {
      source = new SecureRandom();
      random = source;
    }
    return source;
  }
}
