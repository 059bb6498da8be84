package parley.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.Shell;
import parley.transport.listen.ServerIdentity;

/**
 * The certificate of a server that a person has started.
 *
 * @param identityOrNull null without TLS; then there is nothing to do
 * @param fileOrNull where it is written for clients to trust
 */
record Certificate(@Nullable ServerIdentity identityOrNull, @Nullable Path fileOrNull) {

  void write() throws IOException {
    if (fileOrNull != null && identityOrNull != null) {
      Files.writeString(fileOrNull, identityOrNull.toPem());
    }
  }

  /** Says how to know it, and how to trust it. */
  void announce(String url, Shell shell) {
    if (identityOrNull == null) {
      return;
    }
    var fingerprint = fingerprint(identityOrNull.chain().getFirst());
    shell.complain("* certificate SHA-256 " + fingerprint + "\n");
    shell.complain(
        fileOrNull == null
            ? "* --cert-out FILE writes it for clients; parley -k connects without a check\n"
            : "* connect with: parley --cacert " + fileOrNull + " " + url + "\n");
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
