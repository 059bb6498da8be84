package parley.workspace.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.workspace.ScriptTexts;
import parley.workspace.Workspace;

/**
 * The collections whose scripts a person has allowed: a folder outside of all collections, with a
 * file for each. Bound to the place of the collection and to the text of every script in it, so
 * that it lapses when a script changes. Any thread may use it.
 *
 * @param folder made when the first is allowed
 */
public record Trust(Path folder) {

  private static final int NAME_CHARACTERS = 32;

  /** Whether the scripts of a collection are allowed as they are. Blocks. */
  public boolean covers(Workspace workspace) {
    try {
      var place = place(workspace.root());
      return lines(file(place)).equals(List.of(fingerprint(workspace), place));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Allows the scripts of a collection as they are now. Blocks. */
  public void allow(Workspace workspace) throws IOException {
    var place = place(workspace.root());
    Files.createDirectories(folder);
    var draft = Files.createTempFile(folder, "new", ".draft"); // for its owner's eyes alone
    Files.writeString(draft, fingerprint(workspace) + "\n" + place + "\n");
    Files.move(draft, file(place), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Allows them no more; false when they were not allowed. Blocks. */
  public boolean revoke(Path root) throws IOException {
    return Files.deleteIfExists(file(place(root)));
  }

  /** The folders of all collections that were ever allowed and not revoked. Blocks. */
  public List<Path> all() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .flatMap(file -> place(lines(file)).stream())
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static Optional<Path> place(List<String> lines) {
    return lines.size() == 2 ? Optional.of(Path.of(lines.get(1))) : Optional.empty();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(Path root) throws IOException {
    return root.toRealPath().toString();
  }

  private Path file(String place) {
    var name = HexFormat.of().formatHex(sha256().digest(bytes(place)));
    return folder.resolve(name.substring(0, NAME_CHARACTERS) + ".txt");
  }

  /** Where a script stands in its file does not matter, so that other lines may change. */
  private static String fingerprint(Workspace workspace) {
    var sum = sha256();
    ScriptTexts.of(workspace).stream()
        .flatMap(one ->
            Stream.of(
                workspace.root().relativize(one.at().file()).toString(), one.file(), one.text()))
        .map(Trust::bytes)
        .forEach(bytes -> {
          sum.update(bytes("%d:".formatted(bytes.length)));
          sum.update(bytes);
        });
    return HexFormat.of().formatHex(sum.digest());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
