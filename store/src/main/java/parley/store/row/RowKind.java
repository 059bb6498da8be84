package parley.store.row;

import parley.model.transcript.Entry;

/** What a row tells of. */
public enum RowKind {
  TEXT(1),
  BINARY(2),
  PING(3),
  PONG(4),
  CLOSE(5),
  /** A stage of connecting began. */
  PHASE(6),
  /** An address answered or did not. */
  TRIED(7),
  SECURED(8),
  HANDSHAKE_SENT(9),
  HANDSHAKE_RECEIVED(10),
  OPENED(11),
  REFUSED(12),
  FAILED(13),
  /** The peer broke a rule. */
  BROKEN(14),
  /** The connection has ended. */
  CLOSED(15),
  NOTICE(16),
  /** A frame that belongs to no message. */
  FRAME(17),
  /** Bytes that are no frame. */
  RAW(18),
  /** A row that could not be kept, because the disk was full or not writable. */
  LOST(19),
  /** A message that was never written to its connection. */
  UNSENT(20),
  /** A lost connection will be opened again. */
  RETRY(21);

  private static final RowKind[] BY_CODE = new RowKind[22];

  static {
    for (var kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;

  RowKind(int code) {
    this.code = code;
  }

  /** The number in files, which never changes. */
  public int code() {
    return code;
  }

  /** The kind with this number; one of a later version reads as a notice. */
  public static RowKind of(int code) {
    return code > 0 && code < BY_CODE.length ? BY_CODE[code] : NOTICE;
  }

  /** The kind of the row for {@code entry}. */
  public static RowKind of(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.text() ? TEXT : BINARY;
      case Entry.Ping _ -> PING;
      case Entry.Pong _ -> PONG;
      case Entry.Close _ -> CLOSE;
      case Entry.Phase _ -> PHASE;
      case Entry.Tried _ -> TRIED;
      case Entry.Secured _ -> SECURED;
      case Entry.HandshakeSent _ -> HANDSHAKE_SENT;
      case Entry.HandshakeReceived _ -> HANDSHAKE_RECEIVED;
      case Entry.Opened _ -> OPENED;
      case Entry.Refused _ -> REFUSED;
      case Entry.Failed _ -> FAILED;
      case Entry.Broken _ -> BROKEN;
      case Entry.Closed _ -> CLOSED;
      case Entry.Notice _ -> NOTICE;
      case Entry.Frame _ -> FRAME;
      case Entry.Raw _ -> RAW;
      case Entry.Unsent _ -> UNSENT;
      case Entry.Retry _ -> RETRY;
    };
  }

  /** Whether it is a message. */
  public boolean isMessage() {
    return this == TEXT || this == BINARY;
  }

  /** Whether it carries bytes, of the wire or meant for it; else it tells of an event. */
  public boolean hasPayload() {
    return switch (this) {
      case TEXT, BINARY, PING, PONG, CLOSE, FRAME, RAW, UNSENT -> true;
      case PHASE, TRIED, SECURED, HANDSHAKE_SENT, HANDSHAKE_RECEIVED -> false;
      case OPENED, REFUSED, FAILED, BROKEN, CLOSED, NOTICE, RETRY, LOST -> false;
    };
  }
}
