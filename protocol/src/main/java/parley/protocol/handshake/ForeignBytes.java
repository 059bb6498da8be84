package parley.protocol.handshake;

import java.util.Arrays;
import parley.protocol.frame.Bytes;

/** Says what bytes probably are that should have been HTTP. */
final class ForeignBytes {

  /** How other protocols begin. */
  private enum Sign {
    TLS_ALERT("1503", "a TLS alert: the peer expects TLS here"),
    TLS_HANDSHAKE("1603", "a TLS handshake, where no TLS is spoken"),
    SSH("5353482d", "an SSH server's greeting"),
    SMTP_OR_FTP("323230", "a mail or FTP server's greeting"),
    POP3("2b4f4b", "a POP3 server's greeting"),
    IMAP("2a204f4b", "an IMAP server's greeting"),
    REDIS("2d455252", "a Redis error"),
    VNC("52464220", "a VNC server's greeting"),
    AMQP("414d5150", "an AMQP header"),
    HTTP2("505249202a20485454502f32", "the preface of HTTP/2"),
    HTML("3c", "markup without an HTTP head");

    private final String hex;
    private final String meaning;

    Sign(String hex, String meaning) {
      this.hex = hex;
      this.meaning = meaning;
    }

    boolean begins(Bytes bytes) {
      return bytes.toHex().startsWith(hex);
    }
  }

  private ForeignBytes() {}

  static String describe(Bytes bytes, HeadKind expected) {
    var what = HeadText.quote(bytes) + " is not the beginning of a " + expected;
    return Arrays.stream(Sign.values())
        .filter(sign -> sign.begins(bytes))
        .findFirst()
        .map(sign -> what + "; it looks like " + sign.meaning)
        .orElse(what);
  }
}
