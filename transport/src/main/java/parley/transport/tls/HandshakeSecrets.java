package parley.transport.tls;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/**
 * The secrets of one connection, on their way from where the JDK derives them to the key log. Of
 * one thread, on which the connection's whole handshake goes on.
 */
public final class HandshakeSecrets {

  /** The record's head, the message's head, the version (RFC 8446, 4.1.2 and 5.1). */
  private static final int BEFORE_RANDOM = 5 + 4 + 2;

  private static final int RANDOM = 32;

  private static final ScopedValue<HandshakeSecrets> CURRENT = ScopedValue.newInstance();

  private final KeyLog log;
  private @Nullable Bytes clientRandom;
  private int told;

  HandshakeSecrets(KeyLog log) {
    this.log = log;
  }

  /** Those of the connection that this thread is busy with. */
  static Optional<HandshakeSecrets> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Lets {@code step} of the handshake tell its secrets. */
  public void during(Runnable step) {
    ScopedValue.where(CURRENT, this).run(step);
  }

  /** Whether what is sent still matters. */
  public boolean wantsClientHello() {
    return clientRandom == null;
  }

  /** Takes what is sent first: the ClientHello has the number by which a log knows connections. */
  public void sent(Bytes first) {
    if (clientRandom == null && first.size() >= BEFORE_RANDOM + RANDOM) {
      clientRandom = first.slice(BEFORE_RANDOM, BEFORE_RANDOM + RANDOM);
    }
  }

  /** Takes a secret by its name in the log. */
  void secret(String label, byte[] secret) {
    if (clientRandom != null) {
      log.add(label, clientRandom, Bytes.of(secret));
      told++;
    }
  }

  /** Whether anything was written. */
  public boolean isTold() {
    return told > 0;
  }
}
