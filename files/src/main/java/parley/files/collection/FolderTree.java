package parley.files.collection;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import parley.files.format.Layer;
import parley.model.collection.Conversation;
import parley.model.collection.Folder;

/** The folders of a collection with their conversations, as they stand in one another. */
final class FolderTree {

  private final CollectionWalk walk;
  private final Map<Path, Layer> layers;
  private final Map<Path, SortedSet<Path>> folders;
  private final Map<Path, List<Conversation>> inFolders;

  private FolderTree(
      CollectionWalk walk, Map<Path, Layer> layers, Collection<Conversation> conversations) {
    this.walk = walk;
    this.layers = layers;
    this.folders = walk.foldersInFolders();
    this.inFolders = conversations.stream().collect(groupingBy(FolderTree::folderOf));
  }

  static Folder of(
      CollectionWalk walk, Map<Path, Layer> layers, Collection<Conversation> conversations) {
    return new FolderTree(walk, layers, conversations).folder(walk.root());
  }

  private static Path folderOf(Conversation conversation) {
    return conversation.file().resolveSibling("");
  }

  private Folder folder(Path path) {
    var layer = Optional.ofNullable(layers.get(walk.layerOf(path)));
    var name =
        layer
            .flatMap(Layer::name)
            .orElseGet(() -> String.valueOf(path.toAbsolutePath().normalize().getFileName()));
    return new Folder(
        path,
        name,
        layer.map(Layer::docs).orElse(""),
        folders.getOrDefault(path, Collections.emptySortedSet()).stream()
            .map(this::folder)
            .toList(),
        inFolders.getOrDefault(path, List.of()));
  }
}
