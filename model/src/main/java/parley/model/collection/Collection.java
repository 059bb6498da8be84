package parley.model.collection;

import java.util.List;
import java.util.Optional;

/**
 * A folder of conversations, with the environments to run them in and the mocks to run them
 * against.
 *
 * @param top the collection's own folder
 */
public record Collection(Folder top, List<Environment> environments, List<Mock> mocks) {

  public Collection {
    environments = List.copyOf(environments);
    mocks = List.copyOf(mocks);
  }

  /** The environment of that name. */
  public Optional<Environment> environment(String name) {
    return environments.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
