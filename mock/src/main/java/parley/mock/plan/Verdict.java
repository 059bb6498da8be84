package parley.mock.plan;

import java.util.List;
import parley.model.collection.Position;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;

/** What becomes of a client that asks to be let in. */
public sealed interface Verdict {

  /** It is let in, with these headers. */
  record LetIn(List<Header> headers) implements Verdict {
    public LetIn {
      headers = List.copyOf(headers);
    }
  }

  /** It is refused, as the file wants it. */
  record Refused(Refusal refusal) implements Verdict {}

  /** The file does not make sense for this request. */
  record Undecided(Position at, String text) implements Verdict {}
}
