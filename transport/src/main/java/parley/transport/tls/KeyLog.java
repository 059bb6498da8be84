package parley.transport.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.HexFormat;
import java.util.Set;
import parley.protocol.frame.Bytes;

/**
 * A file that the secrets of TLS connections are added to, in the format of NSS that Wireshark
 * reads (draft-ietf-tls-keylogfile). Whoever has it can read a capture of these connections, so
 * that only its owner may read it.
 */
public final class KeyLog {

  private final Path file;

  private KeyLog(Path file) {
    this.file = file;
  }

  /** Makes the file unless it is there, and has the JDK tell us of secrets from now on. */
  static KeyLog open(Path file) throws UnusableFile {
    try (var opened = append(file)) {
      opened.position();
    } catch (NoSuchFileException absent) {
      throw new UnusableFile(file, "the key log cannot be made: there is no such folder", absent);
    } catch (AccessDeniedException denied) {
      throw new UnusableFile(file, "the key log may not be written", denied);
    } catch (IOException failure) {
      throw new UnusableFile(
          file, "the key log cannot be written: " + failure.getMessage(), failure);
    }
    Security.insertProviderAt(new SecretsProvider(), 1);
    return new KeyLog(file);
  }

  private static FileChannel append(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownersOnly());
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Adds one line. */
  void add(String label, Bytes clientRandom, Bytes secret) {
    var hex = HexFormat.of();
    var line =
        "%s %s %s%n"
            .formatted(
                label, hex.formatHex(clientRandom.toArray()), hex.formatHex(secret.toArray()));
    try (var channel = append(file)) {
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(
          file + ": the key log cannot be written: " + full.getMessage(), full);
    }
  }
}
