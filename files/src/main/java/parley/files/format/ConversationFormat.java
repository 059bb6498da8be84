package parley.files.format;

import java.util.List;
import java.util.stream.Stream;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.shape.NamedShape;
import parley.files.shape.Offer;
import parley.files.shape.Scalars;
import parley.files.shape.Values;
import parley.model.collection.Connection;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.collection.Rule;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Timer;
import parley.model.collection.Variable;

/** A conversation, and what it inherits. */
final class ConversationFormat {

  static final Key<String> NAME =
      Key.<String>of("name", Scalars.NAME, "What people call it; the file's name unless said.")
          .inherited(Merge.NEVER);
  static final Key<String> DOCS =
      Key.<String>of("docs", Scalars.PROSE, "What it is about.")
          .orElse("\"\"")
          .inherited(Merge.NEVER);
  private static final Key<List<String>> TAGS =
      Key.<List<String>>of(
              "tags", ListShape.of("a list of names", Scalars.NAME), "Words to select it by.")
          .inherited(Merge.JOIN);
  static final Key<List<Variable>> VARIABLES =
      Key.<List<Variable>>of("variables", VariableFormat.VARIABLES, "What `{{name}}` stands for.")
          .inherited(Merge.BY_KEY);

  private static final MapShape<Connection> CONNECTION =
      MapShape.of(
          "a connection",
          "What is different on this connection.",
          join(ConnectionFormat.ALL, List.of(VARIABLES)),
          v -> new Connection("", ConnectionFormat.keys(v), v.list(VARIABLES), v.at()));

  static final Key<List<Connection>> CONNECTIONS =
      Key.<List<Connection>>of(
              "connections",
              NamedShape.<Connection, Connection>of(
                      "a map of names and connections",
                      CONNECTION,
                      (name, one) ->
                          new Connection(name.text(), one.keys(), one.variables(), name.at()))
                  .naming(Offer.Named.CONNECTION),
              "Further connections; each may override any key above.")
          .inherited(Merge.DEEP);

  private static final Key<List<Rule>> ON_MESSAGE =
      Key.<List<Rule>>of(
              "on-message",
              StepFormat.RULES,
              "Messages answered in the background while steps wait.")
          .inherited(Merge.JOIN);
  private static final Key<List<Timer>> EVERY =
      Key.<List<Timer>>of(
              "every", StepFormat.TIMERS, "Steps done again and again in the background.")
          .inherited(Merge.JOIN);
  private static final Key<List<Step>> ON_RECONNECT =
      Key.of(
          "on-reconnect",
          StepFormat.STEPS,
          "Steps done each time a lost connection is open again.");

  private static final Key<List<SavedMessage>> MESSAGES =
      Key.<List<SavedMessage>>of(
              "messages",
              ListShape.of("a list of messages", MessageFormat.SAVED),
              "Saved messages, sent by hand or named by steps.")
          .inherited(Merge.NEVER);
  private static final Key<List<Step>> STEPS =
      Key.<List<Step>>of("steps", StepFormat.STEPS, "Makes it a test.").inherited(Merge.NEVER);

  /** What a collection, folder or environment can say for all below. */
  static final List<Key<?>> INHERITABLE =
      join(
          List.of(TAGS),
          ConnectionFormat.ALL,
          List.of(
              VARIABLES,
              CONNECTIONS,
              ON_MESSAGE,
              EVERY,
              ON_RECONNECT,
              ScriptFormat.SCRIPTS,
              LoadFormat.DATA));

  private static final List<Key<?>> ALL =
      join(
          List.of(NAME, DOCS, TAGS),
          ConnectionFormat.ALL,
          List.of(
              VARIABLES,
              CONNECTIONS,
              MESSAGES,
              ON_MESSAGE,
              EVERY,
              ON_RECONNECT,
              ScriptFormat.SCRIPTS,
              STEPS,
              LoadFormat.DATA,
              LoadFormat.LOAD));

  static final MapShape<Conversation> CONVERSATION =
      MapShape.of(
          "a conversation",
          "A conversation with a WebSocket server.",
          ALL,
          ConversationFormat::conversation);

  static final MapShape<Conversation> EFFECTIVE =
      MapShape.of(
          "a conversation",
          "A conversation with all that it inherits.",
          join(ALL, HookFormat.EACH),
          ConversationFormat::conversation);

  static final MapShape<Layer> LAYER =
      MapShape.of(
          "a collection or folder",
          "What all conversations below inherit.",
          join(List.of(NAME, DOCS), INHERITABLE, join(HookFormat.EACH, HookFormat.FOLDER)),
          HookFormat::layer);

  private static final Key<Source> MOCK =
      Key.of("mock", Scalars.path(".mock.yaml"), "A mock to start first.");

  static final MapShape<Environment> ENVIRONMENT =
      MapShape.of(
          "an environment",
          "A place to run against.",
          join(List.of(NAME, DOCS, MOCK), INHERITABLE, HookFormat.EACH),
          v -> new Environment(v.reading().file(), name(v), v.list(VARIABLES), v.orNull(MOCK)));

  private ConversationFormat() {}

  private static Conversation conversation(Values v) {
    return new Conversation(
        v.reading().file(),
        name(v),
        v.get(DOCS),
        v.list(TAGS),
        ConnectionFormat.keys(v),
        v.list(CONNECTIONS),
        v.list(VARIABLES),
        v.list(MESSAGES),
        v.list(ON_MESSAGE),
        v.list(EVERY),
        v.list(ON_RECONNECT),
        HookFormat.hooks(v),
        v.get(ScriptFormat.SCRIPTS),
        v.list(STEPS),
        v.orNull(LoadFormat.DATA),
        v.orNull(LoadFormat.LOAD));
  }

  /** The name said, or that of the file up to its first dot. */
  static String name(Values values) {
    var file = String.valueOf(values.reading().file().getFileName());
    return values.find(NAME).orElse(file.replaceFirst("\\..*", ""));
  }

  static List<Key<?>> join(List<Key<?>> first, List<Key<?>> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<Key<?>> join(List<Key<?>> first, List<Key<?>> second, List<Key<?>> third) {
    return join(join(first, second), third);
  }
}
