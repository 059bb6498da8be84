package parley.engine.plan;

import java.nio.file.Path;
import java.util.List;
import parley.model.collection.Conversation;
import parley.model.collection.Example;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;

/**
 * The files of a collection, which the engine reaches only through this. A path is relative to the
 * folder of the file it stands in, and never leaves the collection.
 */
public interface FileAccess {

  /** No files at all. */
  FileAccess NONE =
      new FileAccess() {
        @Override
        public Location locate(Source path) {
          return new Location.Refused("there are no files here");
        }

        @Override
        public Content read(Source path) {
          return new Content.Unreadable("there are no files here");
        }
      };

  /** Where a path leads. */
  sealed interface Location {

    record At(Path file) implements Location {}

    /** It leads nowhere, or out of the collection. */
    record Refused(String why) implements Location {}
  }

  /** What a file holds. */
  sealed interface Content {

    record Read(Bytes bytes) implements Content {}

    record Unreadable(String why) implements Content {}
  }

  /** Another conversation of the collection. */
  sealed interface Used {

    record Steps(Conversation conversation) implements Used {}

    record Unusable(String why) implements Used {}
  }

  /** Examples of messages and what answers them. */
  sealed interface Examples {

    /** In the order of their files' names. */
    record Found(List<Example> all) implements Examples {
      public Found {
        all = List.copyOf(all);
      }
    }

    record Unusable(List<PlanProblem> problems) implements Examples {
      public Unusable {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Where {@code path}, without templates, leads. */
  Location locate(Source path);

  /** What stands in the file that {@code path}, without templates, leads to. May block. */
  Content read(Source path);

  /** The conversation that {@code path}, without templates, leads to, for {@code use}. */
  default Used use(Source path) {
    return new Used.Unusable("there are no other conversations here");
  }

  /** The examples in the folder or file that {@code path}, without templates, leads to. */
  default Examples examples(Source path) {
    return new Examples.Unusable(
        List.of(
            new PlanProblem(
                path.at(), "`" + path + "`", "examples, and there are no files", null)));
  }
}
