package parley.workbench.collection;

import java.nio.file.Path;
import java.util.Set;

/**
 * What has changed in the opened folder.
 *
 * @param files those that came, went, or have other bytes
 */
public record Change(Set<Path> files) {

  public Change {
    files = Set.copyOf(files);
  }
}
