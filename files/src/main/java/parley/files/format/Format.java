package parley.files.format;

import java.util.LinkedHashMap;
import java.util.List;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.snapshot.SnapshotFormat;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.collection.Example;
import parley.model.collection.Mock;
import parley.model.snapshot.Snapshot;

/** The roots of the format: what each kind of file holds. */
public final class Format {

  /** {@code *.ws.yaml}. */
  public static final MapShape<Conversation> CONVERSATION = ConversationFormat.CONVERSATION;

  /** The same with all that it inherits; no file says that all by itself. */
  public static final MapShape<Conversation> EFFECTIVE = ConversationFormat.EFFECTIVE;

  /** {@code parley.yaml} and {@code folder.yaml}. */
  public static final MapShape<Layer> LAYER = ConversationFormat.LAYER;

  /** {@code environments/*.yaml}. */
  public static final MapShape<Environment> ENVIRONMENT = ConversationFormat.ENVIRONMENT;

  /** {@code *.mock.yaml}. */
  public static final MapShape<Mock> MOCK = MockFormat.MOCK;

  /** {@code *.snapshot.yaml}. */
  public static final MapShape<Snapshot> SNAPSHOT = SnapshotFormat.SNAPSHOT;

  /** Examples of messages with their answers, for a mock's {@code auto}. */
  public static final Shape<List<Example>> EXAMPLES = new ExampleFormat();

  private Format() {}

  /** The keys that say how a connection is opened, which further connections override. */
  public static List<Key<?>> connectionKeys() {
    return ConnectionFormat.ALL;
  }

  /** The JSON Schema of all files, the conversation's as the root, the others as definitions. */
  public static String schema() {
    var names = new SchemaNames();
    var root = CONVERSATION.schema(names);
    List.of(LAYER, ENVIRONMENT, MOCK, SNAPSHOT).forEach(shape -> shape.schema(names));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A conversation of Parley");
    schema.putAll(root);
    schema.put("$defs", names.definitions());
    return SchemaText.of(schema) + "\n";
  }
}
