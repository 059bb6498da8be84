package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Step;

/** A step, compiled: what it does and its {@link StepHead}. */
public sealed interface StepPlan {

  /** What the step says beside its verb. */
  StepHead head();

  /**
   * Opens connections.
   *
   * @param connections their numbers; empty for the one of the head
   * @param expect over the answer
   * @param takesAnyStatus whether a refusal is judged by {@code expect} alone
   */
  record Connect(
      List<Integer> connections,
      List<FieldPlan> headers,
      CheckPlan expect,
      boolean takesAnyStatus,
      StepHead head)
      implements StepPlan {
    public Connect {
      connections = List.copyOf(connections);
      headers = List.copyOf(headers);
    }
  }

  /**
   * Sends a message.
   *
   * @param headers for the handshake that it may open
   * @param chunkBytes zero for a whole message, else the size of each message it is cut into
   * @param everyNanos from one chunk to the next
   * @param correlations those that {@code answers} of a receive reads
   */
  record Send(
      MessagePlan message,
      List<FieldPlan> headers,
      long chunkBytes,
      long everyNanos,
      List<Integer> correlations,
      StepHead head)
      implements StepPlan {
    public Send {
      headers = List.copyOf(headers);
      correlations = List.copyOf(correlations);
    }
  }

  /** Takes messages from the inbox, or looks at them. */
  record Receive(
      CheckPlan where,
      TakePlan take,
      @Nullable Integer correlationOrNull,
      List<ExtractionPlan> extract,
      CheckPlan asserts,
      @Nullable RepeatPlan repeatOrNull,
      StepHead head)
      implements StepPlan {
    public Receive {
      extract = List.copyOf(extract);
    }

    /** The {@link CorrelationPlan} that a message has to answer. */
    public Optional<Integer> correlation() {
      return Optional.ofNullable(correlationOrNull);
    }

    public Optional<RepeatPlan> repeat() {
      return Optional.ofNullable(repeatOrNull);
    }
  }

  /** Which messages a receive wants; a mark is the time at which a step with an id began. */
  sealed interface TakePlan {
    record Next(int count) implements TakePlan {}

    record Last(int count) implements TakePlan {}

    record All() implements TakePlan {}

    record Since(int mark) implements TakePlan {}
  }

  /**
   * Nothing such arrives.
   *
   * @param sinceOrNull the mark since which the inbox is looked at, too
   */
  record Absent(CheckPlan where, long forNanos, @Nullable Integer sinceOrNull, StepHead head)
      implements StepPlan {
    public Optional<Integer> since() {
      return Optional.ofNullable(sinceOrNull);
    }
  }

  /** Waits for the end of the connection. */
  record Closed(CheckPlan checks, Step.By by, StepHead head) implements StepPlan {}

  /** Sends a ping and waits for its pong. */
  record Ping(TemplatePlan payload, StepHead head) implements StepPlan {}

  /**
   * Sends a Close frame and waits for the answer.
   *
   * @param codeOrNull null for a frame without body
   */
  record Close(@Nullable Integer codeOrNull, TemplatePlan reason, StepHead head)
      implements StepPlan {

    /** The status code, 0 to 65535. */
    public Optional<Integer> code() {
      return Optional.ofNullable(codeOrNull);
    }
  }

  record Wait(long nanos, StepHead head) implements StepPlan {}

  /** Sets variables for all that follows. */
  record Assign(List<Assignment> assignments, StepHead head) implements StepPlan {
    public Assign {
      assignments = List.copyOf(assignments);
    }
  }

  /** Checks what is known. */
  record Verify(CheckPlan checks, StepHead head) implements StepPlan {}

  /**
   * Steps that belong together; {@code use} is one, too.
   *
   * @param variables set for its steps one after the other
   * @param last done in any case
   * @param brings the slots of those of {@code variables} that are to be seen after it, too, when
   *     its steps changed them
   */
  record Group(
      List<Assignment> variables,
      List<StepPlan> steps,
      @Nullable RepeatPlan repeatOrNull,
      List<StepPlan> last,
      Set<Integer> brings,
      StepHead head)
      implements StepPlan {
    public Group {
      brings = Set.copyOf(brings);
      variables = List.copyOf(variables);
      steps = List.copyOf(steps);
      last = List.copyOf(last);
    }

    public Optional<RepeatPlan> repeat() {
      return Optional.ofNullable(repeatOrNull);
    }
  }

  /** Steps for each item of a list. */
  record ForEach(int item, JsonPlan list, List<StepPlan> steps, StepHead head) implements StepPlan {
    public ForEach {
      steps = List.copyOf(steps);
    }
  }

  /** Strands that go on side by side and join. */
  record Parallel(List<List<StepPlan>> strands, StepHead head) implements StepPlan {
    public Parallel {
      strands = strands.stream().map(List::copyOf).toList();
    }
  }

  /** JavaScript; what it is given depends on its {@code moment}. */
  record Script(ScriptPlan script, Moment moment, StepHead head) implements StepPlan {

    /** When a script is done. */
    public enum Moment {
      /** As one of the steps. */
      STEP,
      BEFORE_CONNECT,
      ON_MESSAGE,
      AFTER
    }
  }

  /** Ends the conversation. */
  record Stop(TemplatePlan reason, StepHead head) implements StepPlan {}

  /** Leaves the group. */
  record Skip(TemplatePlan reason, StepHead head) implements StepPlan {}

  /** Ends the TCP connection with RST. */
  record Reset(StepHead head) implements StepPlan {}

  /** In a mock: sends to every connection of a room. */
  record Broadcast(TemplatePlan room, boolean exceptSelf, MessagePlan message, StepHead head)
      implements StepPlan {}

  /** In a mock: goes into a room. */
  record Join(TemplatePlan room, StepHead head) implements StepPlan {}

  /** In a mock: goes out of a room. */
  record Leave(TemplatePlan room, StepHead head) implements StepPlan {}
}
