package parley.protocol.handshake;

/**
 * A judgment: the peer's part of the handshake broke {@code rule}.
 *
 * @param found what was seen, with its values, such as {@code Upgrade: h2c}
 */
public record HandshakeViolation(HandshakeRule rule, String found) {

  @Override
  public String toString() {
    return found + ": " + rule.statement() + " (" + rule.section() + ")";
  }
}
