package parley.workspace.script;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The collections whose scripts a person has allowed: a folder outside of all collections, with a
 * file for each. Bound to the place of the collection and to the text of every script in it, so
 * that it lapses when a script changes. Any thread may use it.
 *
 * @param folder made when the first is allowed
 */
public record Trust(Path folder) {

  private static final int NAME_CHARACTERS = 32;

  /** Whether these scripts are allowed. Blocks. */
  public boolean covers(SeenScripts scripts) {
    try {
      var place = place(scripts.root());
      return lines(file(place)).equals(List.of(scripts.hash(), place));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether a collection's scripts were allowed once, as they are or as they were. Blocks. */
  public boolean knows(Path root) {
    try {
      return Files.exists(file(place(root)));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Allows these scripts. Blocks. */
  public void allow(SeenScripts scripts) throws IOException {
    var place = place(scripts.root());
    Files.createDirectories(folder);
    var draft = Files.createTempFile(folder, "new", ".draft"); // for its owner's eyes alone
    Files.writeString(draft, scripts.hash() + "\n" + place + "\n");
    Files.move(draft, file(place), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Allows them no more; false when they were not allowed. Blocks. */
  public boolean revoke(Path root) throws IOException {
    return Files.deleteIfExists(file(place(root)));
  }

  /** The folders of all collections that were ever allowed and not revoked. Blocks. */
  public List<Path> all() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.txt")) {
      var all = new TreeSet<Path>();
      for (var file : files) {
        place(lines(file)).ifPresent(all::add);
      }
      return List.copyOf(all);
    } catch (DirectoryIteratorException unreadable) {
      throw unreadable.getCause();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static Optional<Path> place(List<String> lines) {
    try {
      return lines.size() == 2 ? Optional.of(Path.of(lines.get(1))) : Optional.empty();
    } catch (InvalidPathException broken) {
      return Optional.empty();
    }
  }

  /** None of a file that is broken: it allows nothing. */
  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException | MalformedInputException none) {
      return List.of();
    }
  }

  private static String place(Path root) throws IOException {
    return root.toRealPath().toString();
  }

  private Path file(String place) {
    var name = HexFormat.of().formatHex(SeenScripts.sha256().digest(SeenScripts.bytes(place)));
    return folder.resolve(name.substring(0, NAME_CHARACTERS) + ".txt");
  }
}
