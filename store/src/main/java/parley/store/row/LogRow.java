package parley.store.row;

import java.nio.ByteBuffer;
import java.util.List;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;

/**
 * A row that is still in memory.
 *
 * @param frames the headers of the frames that carried it
 */
public record LogRow(long position, Numbered numbered, List<FrameHeader> frames) {

  /** What the objects of a row take beside its bytes, about. */
  private static final long OBJECT_BYTES = 300;

  /** What a row with an event takes, about: certificates, a refusal's body. */
  private static final long EVENT_BYTES = 4096;

  /** How much memory it takes, about. */
  public long memoryBytes() {
    var kind = kind();
    return OBJECT_BYTES
        + (kind.hasPayload() ? EntryRecord.payload(numbered.entry()).size() : EVENT_BYTES);
  }

  public RowKind kind() {
    return RowKind.of(numbered.entry());
  }

  /** Whether what is received from here on may answer it: a message that was sent, or a start. */
  public boolean isTurn() {
    return kind() == RowKind.OPENED
        || (numbered.entry() instanceof Entry.Message message
            && message.direction() == Direction.SENT);
  }

  /** The row, told briefly. */
  public Row toRow() {
    var entry = numbered.entry();
    var facts = EntryRecord.of(entry);
    var payload = facts.kind().hasPayload() ? EntryRecord.payload(entry) : Bytes.EMPTY;
    return new Row(
        position,
        numbered.number(),
        facts.at(),
        numbered.connection(),
        facts.kind(),
        facts.directionOrNull(),
        facts.payloadBytes(),
        facts.wireBytes(),
        facts.compressed(),
        facts.frames(),
        payload.slice(0, Math.min(Row.HEAD_BYTES, payload.size())),
        facts.kind().hasPayload() ? null : entry);
  }

  /** The row, told wholly. */
  public StoredEntry toStored() {
    return new StoredEntry(
        position, numbered.number(), numbered.connection(), numbered.entry(), frames);
  }

  /** Whether {@code filter} lets it through. */
  public boolean passes(Filter filter) {
    var entry = numbered.entry();
    var facts = EntryRecord.of(entry);
    return filter.fits(numbered.connection(), facts.kind(), facts.directionOrNull())
        && filter
            .match()
            .map(match -> match.test(facts.kind(), searched(facts.kind())))
            .orElse(true);
  }

  private ByteBuffer searched(RowKind kind) {
    return EntryRecord.searched(kind, EntryRecord.payload(numbered.entry()).toArray());
  }
}
