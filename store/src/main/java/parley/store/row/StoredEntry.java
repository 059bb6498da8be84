package parley.store.row;

import java.util.List;
import parley.model.transcript.Entry;
import parley.protocol.frame.FrameHeader;

/**
 * What a row is about, wholly.
 *
 * @param number as in its {@link Row}
 * @param connection the connection's name, empty for the main one
 * @param frames the headers of the frames that carried it, in their order; the first 1,000 at most,
 *     and none when frames were not recorded
 */
public record StoredEntry(
    long position, long number, String connection, Entry entry, List<FrameHeader> frames) {

  public StoredEntry {
    frames = List.copyOf(frames);
  }
}
