package parley.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.engine.plan.FileAccess;
import parley.engine.plan.PlanProblem;
import parley.files.collection.Confinement;
import parley.files.collection.ExampleFiles;
import parley.model.collection.Conversation;
import parley.model.collection.Source;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * The files of a collection for the engine: none outside of it, and none that is larger than {@link
 * #MAX_FILE}. Reading blocks.
 */
record CollectionAccess(
    Confinement confinement, Function<Path, Optional<Conversation>> conversations)
    implements FileAccess {

  /** The largest file that is read as a whole. */
  static final ByteSize MAX_FILE = ByteSize.ofMegabytes(256);

  private static final String EXAMPLES = "a folder of examples";

  @Override
  public Location locate(Source path) {
    return switch (confinement.resolve(path)) {
      case Confinement.Resolution.Inside(var file) -> new Location.At(file);
      case Confinement.Resolution.Refused(var reason) -> new Location.Refused(reason);
    };
  }

  @Override
  public Content read(Source path) {
    return switch (locate(path)) {
      case Location.At(var file) -> read(file);
      case Location.Refused(var why) -> new Content.Unreadable(why);
    };
  }

  @Override
  public Used use(Source path) {
    return switch (locate(path)) {
      case Location.At(var file) ->
          conversations
              .apply(file)
              .<Used>map(Used.Steps::new)
              .orElseGet(() -> new Used.Unusable("`%s`, which is no conversation".formatted(path)));
      case Location.Refused(var why) -> new Used.Unusable(why);
    };
  }

  @Override
  public Examples examples(Source path) {
    return switch (locate(path)) {
      case Location.At(var place) -> examples(place);
      case Location.Refused(var why) ->
          new Examples.Unusable(List.of(new PlanProblem(path.at(), why, EXAMPLES, null)));
    };
  }

  private static Examples examples(Path place) {
    var read = ExampleFiles.read(place);
    return read.problems().isEmpty()
        ? new Examples.Found(read.all())
        : new Examples.Unusable(
            read.problems().stream()
                .map(
                    one -> new PlanProblem(one.at(), one.found(), one.expected(), one.hintOrNull()))
                .toList());
  }

  private static Content read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new Content.Unreadable(Files.exists(file) ? "it is no file" : "there is no such file");
    }
    try (var stream = Files.newInputStream(file)) {
      var bytes = stream.readNBytes(MAX_FILE.toInt() + 1);
      return bytes.length > MAX_FILE.bytes()
          ? new Content.Unreadable("it is larger than the limit of " + MAX_FILE)
          : new Content.Read(Bytes.of(bytes));
    } catch (IOException e) {
      return new Content.Unreadable("it cannot be read: " + e.getMessage());
    }
  }
}
