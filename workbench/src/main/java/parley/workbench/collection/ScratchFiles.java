package parley.workbench.collection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.workspace.Lookup;
import parley.workspace.Workspace;

/**
 * Conversations that somebody has only typed an address for: files in the state folder, which
 * inherit nothing. Their keys are {@code scratch:1}, {@code scratch:2}...
 */
public final class ScratchFiles {

  private static final Pattern KEY = Pattern.compile("scratch:([1-9]\\d{0,8})");
  private static final Pattern NAME = Pattern.compile("([1-9]\\d{0,8})\\.ws\\.yaml");

  private final Path folder;
  private final Map<String, String> process;

  ScratchFiles(Path folder, Map<String, String> process) {
    this.folder = folder.toAbsolutePath().normalize();
    this.process = Map.copyOf(process);
  }

  /** Where they are; it need not be there yet. */
  public Path folder() {
    return folder;
  }

  /** The file of a key; nothing for a key of the opened folder. */
  public Optional<Path> file(String key) {
    var found = KEY.matcher(key);
    return found.matches()
        ? Optional.of(folder.resolve(found.group(1) + ".ws.yaml"))
        : Optional.empty();
  }

  /** The key of a file; nothing for one of the opened folder. */
  Optional<String> key(Path file) {
    var found = NAME.matcher(String.valueOf(file.getFileName()));
    if (!file.startsWith(folder)) {
      return Optional.empty();
    }
    return Optional.of(found.matches() ? "scratch:" + found.group(1) : "");
  }

  /**
   * What people call a conversation: one that has only an address by that.
   *
   * @param name what its file says, or the file's own name
   */
  public String name(Path file, String name, String url) {
    var found = NAME.matcher(String.valueOf(file.getFileName()));
    if (!file.startsWith(folder) || !found.matches() || !found.group(1).equals(name)) {
      return name;
    }
    var address = AddressName.of(url);
    return address.isEmpty() ? "Scratch " + name : address;
  }

  /** A collection of that one alone, as it stands on disk now; nothing for other files. */
  Optional<Workspace> workspace(Path file) {
    return file.startsWith(folder)
            && Workspace.alone(file, process) instanceof Lookup.Found<Workspace>(var found)
        ? Optional.of(found)
        : Optional.empty();
  }
}
