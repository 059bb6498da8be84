package parley.workbench.collection;

import parley.workbench.call.Answer;
import parley.workbench.call.With;
import parley.workspace.Workspace;

/** The collection that a call names by the key of its folder. */
sealed interface CollectionKey {

  /** In its chosen environment. */
  record Found(Workspace workspace) implements CollectionKey {}

  /** There is none. */
  record Missing(Answer answer) implements CollectionKey {}

  static CollectionKey of(With with, OpenFolder folder) {
    var key = with.text("collection");
    return switch (folder.place(key)) {
      case Place.Outside outside -> new Missing(outside.answer());
      case Place.Inside(var path) ->
          folder
              .collectionAt(path)
              .<CollectionKey>map(Found::new)
              .orElseGet(() ->
                  new Missing(
                      Answer.refuse(
                          Answer.Code.MISSING, "The folder '" + key + "' is no collection.")));
    };
  }
}
