package parley.transport.tls;

import java.security.GeneralSecurityException;

/** A kind of encryption that neither the JDK nor we have; the message names it. */
final class UnknownEncryption extends GeneralSecurityException {

  private static final long serialVersionUID = 1;

  UnknownEncryption(String name) {
    super(name);
  }
}
