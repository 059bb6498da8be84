package parley.model.collection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.ByteSize;

/** One thing that a conversation or a mock does: a verb and its {@link Modifiers}. */
public sealed interface Step {

  /** What the step says beside its verb. */
  Modifiers modifiers();

  /** The lists of steps that stand in this one. */
  default List<List<Step>> inner() {
    return switch (this) {
      case Group group -> List.of(group.steps(), group.last());
      case ForEach loop -> List.of(loop.steps());
      case Parallel parallel -> parallel.strands();
      case Connect _, Send _, Receive _, Absent _, Closed _, Ping _, Close _, Wait _ -> List.of();
      case Assign _, Verify _, Use _, Script _, Stop _, Skip _, Reset _ -> List.of();
      case Broadcast _, Join _, Leave _ -> List.of();
    };
  }

  /** Whether it is done on a connection: the main one where it names none. */
  default boolean isAboutAConnection() {
    return switch (this) {
      case Connect _, Send _, Receive _, Absent _, Closed _, Ping _, Close _, Reset _, Use _ ->
          true;
      case Wait _, Assign _, Verify _, Group _, ForEach _, Parallel _, Script _ -> false;
      case Stop _, Skip _, Broadcast _, Join _, Leave _ -> false;
    };
  }

  /**
   * Opens connections.
   *
   * @param names empty for the main connection
   * @param headers added to those of the connection
   */
  record Connect(List<String> names, List<Field> headers, Expect expect, Modifiers modifiers)
      implements Step {
    public Connect {
      names = List.copyOf(names);
      headers = List.copyOf(headers);
    }
  }

  /**
   * What the answer to a handshake should be; an empty list expects nothing in particular.
   *
   * @param headers each with a {@link Subject.Header}
   */
  record Expect(List<Operation> status, List<Operation> subprotocol, List<Check> headers) {
    public Expect {
      status = List.copyOf(status);
      subprotocol = List.copyOf(subprotocol);
      headers = List.copyOf(headers);
    }
  }

  /**
   * Sends a message; connects first when the connection is closed.
   *
   * @param headers for the handshake that it then opens
   * @param chunkOrNull streams the message in messages of this size
   * @param every the time from one chunk to the next
   * @param fragmentOrNull splits the message into frames of this size
   */
  record Send(
      What what,
      List<Field> headers,
      @Nullable ByteSize chunkOrNull,
      Duration every,
      @Nullable ByteSize fragmentOrNull,
      Modifiers modifiers)
      implements Step {
    public Send {
      headers = List.copyOf(headers);
    }

    /** The size of a chunk. */
    public Optional<ByteSize> chunk() {
      return Optional.ofNullable(chunkOrNull);
    }

    /** The size of a frame. */
    public Optional<ByteSize> fragment() {
      return Optional.ofNullable(fragmentOrNull);
    }
  }

  /** What is sent. */
  sealed interface What {

    /** A saved message, by its name. */
    record Saved(Source name) implements What {}

    /** A message that stands in the step. */
    record Inline(Message message) implements What {}
  }

  /**
   * Takes messages from the inbox.
   *
   * @param where all hold for a message to be taken
   * @param answersOrNull pairs the message with one that was sent
   * @param asserts all hold for what was taken
   */
  record Receive(
      List<Check> where,
      Take take,
      @Nullable Answers answersOrNull,
      List<Extraction> extract,
      List<Check> asserts,
      @Nullable Repeat repeatOrNull,
      Modifiers modifiers)
      implements Step {
    public Receive {
      where = List.copyOf(where);
      extract = List.copyOf(extract);
      asserts = List.copyOf(asserts);
    }

    /** How long a receive waits when it says nothing of it. */
    public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(5);

    /** The pairing. */
    public Optional<Answers> answers() {
      return Optional.ofNullable(answersOrNull);
    }

    /** The repetition. */
    public Optional<Repeat> repeat() {
      return Optional.ofNullable(repeatOrNull);
    }
  }

  /**
   * A message answers one that was sent when a value is the same in both.
   *
   * @param send the id of the send step, or the name of its saved message
   */
  record Answers(String send, Source by) {}

  /**
   * Nothing such arrives.
   *
   * @param sinceOrNull the id of the step from whose begin on the inbox is looked at, too
   */
  record Absent(List<Check> where, Duration time, @Nullable String sinceOrNull, Modifiers modifiers)
      implements Step {
    public Absent {
      where = List.copyOf(where);
    }

    /** The step since which. */
    public Optional<String> since() {
      return Optional.ofNullable(sinceOrNull);
    }
  }

  /** Waits for the end; an empty list expects nothing in particular. */
  record Closed(List<Operation> code, List<Operation> reason, By by, Modifiers modifiers)
      implements Step {
    public Closed {
      code = List.copyOf(code);
      reason = List.copyOf(reason);
    }
  }

  /** Who ended a connection. */
  enum By {
    ANYBODY,
    SERVER,
    CLIENT
  }

  /** Sends a ping and waits for its pong. */
  record Ping(Source payload, Modifiers modifiers) implements Step {}

  /** Sends a Close frame and waits for the answer. */
  record Close(CloseWith with, Modifiers modifiers) implements Step {}

  /** Lets time pass. */
  record Wait(Duration time, Modifiers modifiers) implements Step {}

  /** Sets the variables of its modifiers for all that follows. */
  record Assign(Modifiers modifiers) implements Step {}

  /** Checks what is known, and takes nothing. */
  record Verify(List<Check> checks, Modifiers modifiers) implements Step {
    public Verify {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Steps that belong together.
   *
   * @param last done in any case ({@code finally})
   */
  record Group(
      String name,
      List<Step> steps,
      @Nullable Repeat repeatOrNull,
      List<Step> last,
      Modifiers modifiers)
      implements Step {
    public Group {
      steps = List.copyOf(steps);
      last = List.copyOf(last);
    }

    /** The repetition. */
    public Optional<Repeat> repeat() {
      return Optional.ofNullable(repeatOrNull);
    }
  }

  /** Steps for each item of a list, which the variable {@code item} holds. */
  record ForEach(String item, Json list, List<Step> steps, Modifiers modifiers) implements Step {
    public ForEach {
      steps = List.copyOf(steps);
    }
  }

  /** Strands that go on side by side and join. */
  record Parallel(List<List<Step>> strands, Modifiers modifiers) implements Step {
    public Parallel {
      strands = strands.stream().map(List::copyOf).toList();
    }
  }

  /** Another file's steps in the same session. */
  record Use(Source file, List<Variable> with, Modifiers modifiers) implements Step {
    public Use {
      with = List.copyOf(with);
    }
  }

  /** JavaScript, done only where it is allowed. */
  record Script(Code code, Modifiers modifiers) implements Step {}

  /** Ends the conversation. */
  record Stop(Source reason, Modifiers modifiers) implements Step {}

  /** Leaves the group. */
  record Skip(Source reason, Modifiers modifiers) implements Step {}

  /** Ends the TCP connection with RST. */
  record Reset(Modifiers modifiers) implements Step {}

  /** In a mock: sends a message to every connection of a room. */
  record Broadcast(Source to, boolean exceptSelf, Message message, Modifiers modifiers)
      implements Step {}

  /** In a mock: puts the connection into a room. */
  record Join(Source room, Modifiers modifiers) implements Step {}

  /** In a mock: takes the connection out of a room. */
  record Leave(Source room, Modifiers modifiers) implements Step {}
}
