package parley.model.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a collection, with what is in it in the order of names. */
public record Folder(
    Path path, String name, String docs, List<Folder> folders, List<Conversation> conversations) {

  public Folder {
    folders = List.copyOf(folders);
    conversations = List.copyOf(conversations);
  }

  /** Its conversations and those of all folders below. */
  public Stream<Conversation> allConversations() {
    return Stream.concat(
        conversations.stream(), folders.stream().flatMap(Folder::allConversations));
  }
}
