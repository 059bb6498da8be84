package parley.store.tail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;
import parley.store.row.FrameRun;

/**
 * Keeps frames until what they carry comes, which takes their headers along. A frame that nothing
 * follows is a row of its own: when another one takes its place, the connection ends, or nothing
 * has come for a while.
 */
final class FrameKeeper {

  /** Takes rows, in their order. */
  interface Rows {
    void add(Numbered numbered, List<FrameHeader> frames);
  }

  /** What a whole frame carries comes with it, but for a thread that was held up. */
  private static final long WHOLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** How long the next fragment may take. */
  private static final long FRAGMENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record LaneKey(String connection, Direction direction) {}

  /** One direction of a connection. */
  private static final class Lane {
    private final List<Numbered> data = new ArrayList<>();
    private @Nullable Numbered control;
    private long touchedNanos;

    private boolean isEmpty() {
      return data.isEmpty() && control == null;
    }

    private boolean isOverdue(long nowNanos) {
      var whole = control != null || (!data.isEmpty() && frame(data.getLast()).header().fin());
      return !isEmpty() && nowNanos - touchedNanos > (whole ? WHOLE_NANOS : FRAGMENT_NANOS);
    }
  }

  private final Rows rows;
  private final Map<LaneKey, Lane> lanes = new HashMap<>();

  FrameKeeper(Rows rows) {
    this.rows = rows;
  }

  /** Takes the next entry. */
  void add(Numbered numbered, long nowNanos) {
    switch (numbered.entry()) {
      case Entry.Frame frame -> keep(numbered, frame, nowNanos);
      case Entry.Message message -> rows.add(numbered, takeData(numbered, message.direction()));
      case Entry.Ping ping -> control(numbered, ping.direction(), Opcode.PING);
      case Entry.Pong pong -> control(numbered, pong.direction(), Opcode.PONG);
      case Entry.Close close -> control(numbered, close.direction(), Opcode.CLOSE);
      case Entry.Closed _ -> {
        lanes.forEach((key, lane) -> release(key, lane, numbered.connection()));
        rows.add(numbered, List.of());
      }
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> rows.add(numbered, List.of());
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> rows.add(numbered, List.of());
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> rows.add(numbered, List.of());
      case Entry.Broken _, Entry.Notice _, Entry.Retry _, Entry.Raw _, Entry.Unsent _ ->
          rows.add(numbered, List.of());
    }
  }

  private void keep(Numbered numbered, Entry.Frame frame, long nowNanos) {
    var lane = lane(numbered, frame.direction());
    lane.touchedNanos = nowNanos;
    if (frame.header().opcode().isControl()) {
      releaseControl(lane);
      lane.control = numbered;
    } else {
      keepData(lane, numbered, frame.header());
    }
  }

  private void keepData(Lane lane, Numbered numbered, FrameHeader header) {
    if (header.opcode() != Opcode.CONTINUATION) {
      releaseData(lane);
    }
    if (lane.data.size() < FrameRun.MAX_FRAMES) {
      lane.data.add(numbered);
    }
  }

  private Lane lane(Numbered numbered, Direction direction) {
    return lanes.computeIfAbsent(new LaneKey(numbered.connection(), direction), _ -> new Lane());
  }

  private List<FrameHeader> takeData(Numbered numbered, Direction direction) {
    var lane = lane(numbered, direction);
    var headers = lane.data.stream().map(kept -> frame(kept).header()).toList();
    lane.data.clear();
    return headers;
  }

  private void control(Numbered numbered, Direction direction, Opcode opcode) {
    var lane = lane(numbered, direction);
    var kept = lane.control;
    if (kept != null && frame(kept).header().opcode() == opcode) {
      lane.control = null;
      rows.add(numbered, List.of(frame(kept).header()));
    } else {
      rows.add(numbered, List.of());
    }
  }

  /** Makes rows of frames that nothing has followed for a while. */
  void releaseOverdue(long nowNanos) {
    for (var lane : lanes.values()) {
      if (lane.isOverdue(nowNanos)) {
        releaseData(lane);
        releaseControl(lane);
      }
    }
  }

  private void release(LaneKey key, Lane lane, String connection) {
    if (key.connection().equals(connection)) {
      releaseData(lane);
      releaseControl(lane);
    }
  }

  private void releaseData(Lane lane) {
    lane.data.forEach(kept -> rows.add(kept, List.of(frame(kept).header())));
    lane.data.clear();
  }

  private void releaseControl(Lane lane) {
    var kept = lane.control;
    if (kept != null) {
      lane.control = null;
      rows.add(kept, List.of(frame(kept).header()));
    }
  }

  /** Whether no frame waits for what it carries. */
  boolean isEmpty() {
    return lanes.values().stream().allMatch(Lane::isEmpty);
  }

  private static Entry.Frame frame(Numbered kept) {
    return (Entry.Frame) kept.entry();
  }
}
