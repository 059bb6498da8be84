package parley.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.ByteSize;

/**
 * A session of the history.
 *
 * @param endedOrNull when its last row came, or it was closed; null while it is open
 * @param rows how many rows it has
 * @param size of its files
 * @param note what a person wrote about it, empty for nothing
 * @param open whether a workbench still writes it, this one or another
 */
public record SessionInfo(
    String id,
    SessionStart start,
    @Nullable Instant endedOrNull,
    long rows,
    ByteSize size,
    String note,
    boolean open) {

  public Optional<Instant> ended() {
    return Optional.ofNullable(endedOrNull);
  }

  SessionInfo withNote(String changed) {
    return new SessionInfo(id, start, endedOrNull, rows, size, changed, open);
  }

  SessionInfo withStart(SessionStart changed) {
    return new SessionInfo(id, changed, endedOrNull, rows, size, note, open);
  }
}
