package parley.protocol.handshake;

/** A header field as it stands on the wire: its name's case is kept, no name is forbidden. */
public record Header(String name, String value) {

  /** Refuses the characters that would end the field on the wire: CR, LF and NUL. */
  public Header {
    HeadText.requireOneLine(name);
    HeadText.requireOneLine(value);
  }

  /** Whether this is the field {@code wanted}, in any case (RFC 9110, 5.1). */
  public boolean isNamed(String wanted) {
    return HeadText.equalInAnyCase(name, wanted);
  }

  /** As people write it: {@code Name: value}. */
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
