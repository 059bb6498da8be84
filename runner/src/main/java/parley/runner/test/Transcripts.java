package parley.runner.test;

import java.util.List;
import parley.model.outcome.Numbered;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.protocol.frame.ByteSize;

/** What the outcomes of one run keep of their transcripts together; the first come first. */
final class Transcripts {

  /** What an entry takes beside its payload, about. */
  private static final int ENTRY_BYTES = 300;

  private final ByteSize limit;
  private long keptBytes;

  Transcripts(ByteSize limit) {
    this.limit = limit;
  }

  /** The outcome, or one with a notice in place of a transcript for which there is no room. */
  TestOutcome keep(TestOutcome outcome, long payloadBytes) {
    var entries = outcome.transcript();
    var bytes = payloadBytes + (long) ENTRY_BYTES * entries.size();
    if (entries.isEmpty() || keptBytes + bytes <= limit.bytes()) {
      keptBytes += bytes;
      return outcome;
    }
    return outcome.with(List.of(notice(entries)));
  }

  private Numbered notice(List<Numbered> entries) {
    var last = entries.getLast();
    var text =
        "%d entries are not kept, since the transcripts of all tests exceed %s; run this one alone to see them"
            .formatted(entries.size(), limit);
    return new Numbered(last.number(), "", new Entry.Notice(last.entry().at(), text));
  }
}
