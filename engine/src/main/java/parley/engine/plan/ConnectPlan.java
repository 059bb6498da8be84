package parley.engine.plan;

import java.nio.file.Path;
import java.util.List;
import parley.engine.expression.Scope;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.Position;
import parley.model.collection.Settings;

/** The keys of a connection, compiled: immutable, shared by all sessions. */
public final class ConnectPlan {

  private final ConnectionKeys keys;

  private ConnectPlan(ConnectionKeys keys) {
    this.keys = keys;
  }

  /** Compiles {@code keys}; what is wrong with them goes to {@code compiling}. */
  public static ConnectPlan of(ConnectionKeys keys, Compiling compiling) {
    return new ConnectPlan(keys);
  }

  /** The connection as it is in {@code scope}, with more headers behind its own. */
  public Connecting fill(Scope scope, List<FieldPlan> moreHeaders) {
    return fill(scope, moreHeaders, "");
  }

  /** The same, with {@code url} in place of its own. */
  public Connecting fill(Scope scope, List<FieldPlan> moreHeaders, String url) {
    return new Connecting.Faulty(new Position(Path.of("x"), 1, 1), "not yet");
  }

  /** What the session does by itself: reconnects, the inbox. */
  public Settings settings() {
    return keys.settings();
  }

  /** Whether it says where to. */
  public boolean hasUrl() {
    return keys.url().isPresent();
  }
}
