package parley.model.collection;

import java.util.List;

/**
 * JSON as written in a file, with templates in its texts and every number exactly as it stands
 * there.
 */
public sealed interface Json {

  /** Where the value begins. */
  Position at();

  /** An object; names keep their order and may hold templates. */
  record Members(List<Member> members, Position at) implements Json {
    public Members {
      members = List.copyOf(members);
    }
  }

  /** One name and its value. */
  record Member(Source name, Json value) {}

  /** An array. */
  record Items(List<Json> items, Position at) implements Json {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A number, {@code true}, {@code false} or {@code null}, to be emitted as {@code text}. */
  record Literal(String text, Position at) implements Json {}

  /** A string; one that is exactly one template takes the type of the template's value. */
  record Text(Source source) implements Json {
    @Override
    public Position at() {
      return source.at();
    }
  }
}
