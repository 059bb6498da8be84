package parley.cli.talk;

import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** Makes messages of payloads, of the kind and in the frames that the user asked for. */
public record MessageMaker(Kind kind, Framing framing) {

  /** Which kind a message becomes. */
  public enum Kind {
    /** Text if the payload is UTF-8, else binary. */
    TEXT_IF_UTF8,
    TEXT,
    BINARY
  }

  public Outgoing message(Bytes payload) {
    return switch (kind) {
      case TEXT -> new Outgoing.Text(payload, framing);
      case BINARY -> new Outgoing.Binary(payload, framing);
      case TEXT_IF_UTF8 ->
          payload.isUtf8()
              ? new Outgoing.Text(payload, framing)
              : new Outgoing.Binary(payload, framing);
    };
  }
}
