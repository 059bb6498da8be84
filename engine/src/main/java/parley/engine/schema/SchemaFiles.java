package parley.engine.schema;

import parley.model.value.Value;

/** Where the schemas are that a schema refers to. */
public interface SchemaFiles {

  /** None are anywhere. */
  SchemaFiles NONE = path -> new Loading.Missing("there are no files here");

  /** What reading a file came to. */
  sealed interface Loading {

    record Loaded(Value schema) implements Loading {}

    record Missing(String why) implements Loading {}
  }

  /** Reads the file at {@code path}, relative to where the first schema's path is relative to. */
  Loading load(String path);
}
