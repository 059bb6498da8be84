package parley.engine.plan;

import parley.engine.edn.EdnReader;
import parley.model.collection.Source;

/** A JSONPath into the EDN of a message. */
record EdnPlan(PathPlan path) implements Finder {

  static EdnPlan of(Source source, Compiling compiling) {
    return new EdnPlan(PathPlan.of(source, compiling));
  }

  @Override
  public Matches find(MessageSight sight) {
    return MessageText.of(sight)
        .matches(text ->
            switch (EdnReader.read(text)) {
              case EdnReader.Reading.Read(var value) -> path.matches(value, sight.scope());
              case EdnReader.Reading.Wrong wrong ->
                  new Matches.None(
                      Faults.unreadable(
                          "the message is not EDN: offset %d: %s"
                              .formatted(wrong.at(), wrong.why())));
            });
  }
}
