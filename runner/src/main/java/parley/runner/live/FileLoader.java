package parley.runner.live;

import java.util.function.Consumer;
import parley.engine.plan.FileAccess;
import parley.engine.session.Event;
import parley.model.collection.Source;
import parley.transport.connect.Connector;

/** Reads files on threads of their own; what they hold comes back on the connector's. */
record FileLoader(FileAccess files, Connector connector) {

  void load(long ticket, Source path, Consumer<Event> answer, Consumer<Throwable> fault) {
    var _ = Thread.ofVirtual().name("parley-file").start(() -> read(ticket, path, answer, fault));
  }

  private void read(long ticket, Source path, Consumer<Event> answer, Consumer<Throwable> fault) {
    try {
      var event = eventOf(ticket, files.read(path));
      connector.execute(() -> answer.accept(event));
    } catch (RuntimeException | Error broken) {
      connector.execute(() -> fault.accept(broken));
    }
  }

  private static Event eventOf(long ticket, FileAccess.Content content) {
    return switch (content) {
      case FileAccess.Content.Read(var bytes) -> new Event.Loaded(ticket, bytes);
      case FileAccess.Content.Unreadable(var why) -> new Event.NotLoaded(ticket, why);
    };
  }
}
