package parley.cli.connect;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.cli.option.Reading;
import parley.model.connection.ClientIdentity;

/**
 * What {@code --cert FILE[:PASSWORD]} says.
 *
 * @param passwordOrNull null when none was given
 */
public record CertificateArgument(Path file, @Nullable String passwordOrNull) {

  /** Reads it; a password begins behind the first colon. */
  public static Reading<CertificateArgument> parse(String text) {
    var colon = text.indexOf(':', driveLength(text));
    var file = colon < 0 ? text : text.substring(0, colon);
    return file.isEmpty()
        ? Reading.bad("a file, with a colon and its password if it has one", "client.p12:secret")
        : Reading.good(
            new CertificateArgument(Path.of(file), colon < 0 ? null : text.substring(colon + 1)));
  }

  /** The colon of a Windows drive such as {@code C:\} is part of the file. */
  private static int driveLength(String text) {
    return text.length() > 2 && text.charAt(1) == ':' && text.charAt(2) == '\\' ? 2 : 0;
  }

  /** The identity; a PEM file is taken to hold its key unless {@code keyOrNull} is given. */
  ClientIdentity toIdentity(@Nullable Path keyOrNull, @Nullable String passphraseOrNull) {
    var password = passwordOrNull == null ? passphraseOrNull : passwordOrNull;
    var name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".p12") || name.endsWith(".pfx")) {
      return new ClientIdentity.Pkcs12(file, password == null ? "" : password);
    }
    return new ClientIdentity.Pem(file, keyOrNull == null ? file : keyOrNull, password);
  }
}
