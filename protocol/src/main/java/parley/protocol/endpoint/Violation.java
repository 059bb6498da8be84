package parley.protocol.endpoint;

/**
 * A judgment: the peer broke {@code rule}.
 *
 * @param found what was seen, with its values, such as {@code opcode 0xB}
 */
public record Violation(Rule rule, String found) {

  @Override
  public String toString() {
    return found + ": " + rule.statement() + " (" + rule.section() + ")";
  }
}
