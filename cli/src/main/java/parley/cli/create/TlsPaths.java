package parley.cli.create;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paths of certificates as the new file says them: relative to its folder, and inside of its
 * collection, or not at all.
 *
 * @param root of the collection
 * @param folder of the new file
 */
record TlsPaths(Path root, Path folder) {

  /** By the keys of {@code tls}; what cannot be said is lost. */
  Map<String, String> lines(Pasted pasted) {
    var lines = new LinkedHashMap<String, String>();
    pasted.authorities.forEach(one -> add(lines, "ca", one, pasted));
    add(lines, "certificate", pasted.certificate, pasted);
    add(lines, "key", pasted.key, pasted);
    add(lines, "pkcs12", pasted.pkcs12, pasted);
    return lines;
  }

  private void add(Map<String, String> lines, String key, @Nullable String path, Pasted pasted) {
    if (path == null) {
      return;
    }
    inside(path)
        .ifPresentOrElse(
            found -> lines.put(key, found),
            () ->
                pasted.lose(
                    "the file " + path,
                    "copy it into the collection, then write its path as `" + key + "` of `tls`"));
  }

  private Optional<String> inside(String text) {
    try {
      var path = Path.of(text).toAbsolutePath().normalize();
      return Files.isRegularFile(path) && path.startsWith(root)
          ? Optional.of(folder.relativize(path).toString())
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
