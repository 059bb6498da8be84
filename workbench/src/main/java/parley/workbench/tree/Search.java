package parley.workbench.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.model.collection.Conversation;
import parley.model.collection.SavedMessage;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;
import parley.workbench.collection.OpenFolder;
import parley.workspace.Workspace;

/** Finds a text in the names of files, folders and messages, and in the lines of files. */
final class Search {

  private static final int MAX_HITS = 500;
  private static final int MAX_HITS_OF_A_FILE = 20;
  private static final int MAX_SHOWN = 200;

  private final OpenFolder folder;
  private final String wanted;
  private final List<Value> hits = new ArrayList<>();

  private Search(OpenFolder folder, String wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  static Answer of(String text, OpenFolder folder) {
    var search = new Search(folder, text.strip().toLowerCase(Locale.ROOT));
    if (!search.wanted.isEmpty()) {
      folder.workspaces().forEach(search::names);
      folder.workspaces().forEach(search::lines);
    }
    return Answer.of(Json.object().put("hits", Value.of(search.hits)));
  }

  private boolean matches(String text) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void names(Workspace workspace) {
    var conversations = conversations(workspace);
    for (var file : workspace.files().allFiles()) {
      var conversation = Optional.ofNullable(conversations.get(file));
      var name = conversation.map(Conversation::name);
      if (matches(folder.key(file)) || name.filter(this::matches).isPresent()) {
        add(file, Optional.empty(), Optional.empty(), name.orElse(folder.key(file)));
      }
      conversation.map(Conversation::messages).ifPresent(all -> messages(file, all));
    }
  }

  private void messages(Path file, List<SavedMessage> all) {
    for (var index = 0; index < all.size(); index++) {
      if (matches(all.get(index).name())) {
        add(file, Optional.of(index), Optional.empty(), all.get(index).name());
      }
    }
  }

  private static Map<Path, Conversation> conversations(Workspace workspace) {
    return workspace
        .files()
        .collection()
        .top()
        .allConversations()
        .collect(Collectors.toMap(Conversation::file, one -> one));
  }

  private void lines(Workspace workspace) {
    var conversations = conversations(workspace);
    for (var file : workspace.files().allFiles()) {
      var lines = workspace.files().lines(file);
      var found = 0;
      for (var index = 0; index < lines.size() && found < MAX_HITS_OF_A_FILE; index++) {
        if (matches(lines.get(index))) {
          found++;
          var line = index + 1;
          var messages = Optional.ofNullable(conversations.get(file)).map(Conversation::messages);
          add(
              file,
              message(line, lines, messages.orElse(List.of())),
              Optional.of(line),
              around(lines.get(index)));
        }
      }
    }
  }

  /** The saved message that a line belongs to: no key of the file itself stands between them. */
  private static Optional<Integer> message(int line, List<String> lines, List<SavedMessage> all) {
    for (var index = all.size() - 1; index >= 0; index--) {
      var began = all.get(index).message().at().line();
      if (began <= line) {
        var between = lines.subList(began, line);
        return between.stream().anyMatch(one -> one.matches("[A-Za-z].*"))
            ? Optional.empty()
            : Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** As much of a line as fits, with what was found. */
  private String around(String line) {
    var text = line.strip();
    var at = text.toLowerCase(Locale.ROOT).indexOf(wanted);
    if (text.length() <= MAX_SHOWN) {
      return text;
    }
    var from = Math.max(0, Math.min(at - MAX_SHOWN / 4, text.length() - MAX_SHOWN));
    return (from > 0 ? "\u2026" : "") + text.substring(from, from + MAX_SHOWN) + "\u2026";
  }

  private void add(Path file, Optional<Integer> message, Optional<Integer> line, String text) {
    if (hits.size() < MAX_HITS) {
      var hit = Json.object().put("path", folder.key(file));
      message.ifPresent(index -> hit.put("message", index));
      line.ifPresent(number -> hit.put("line", number));
      hits.add(hit.put("text", text).value());
    }
  }
}
