package parley.model.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.ByteSize;

/**
 * One run of one conversation as a test, with the tries before it when it was tried again.
 *
 * @param file of the conversation
 * @param name of the conversation
 * @param row which row of its data it ran with, such as {@code row 2}; empty without data
 * @param facts what was known of it before
 * @param began by the machine's clock
 * @param seed of the whole run; with it this one has the same random values again, alone or not
 * @param clockOrNull where its time of day stood; null for the machine's clock
 * @param earlier the tries before this one, the first of them first; they have none of their own
 * @param transcript what was on its connections, the newest {@link #MAX_TRANSCRIPT} entries with
 *     payloads of {@link #MAX_PAYLOADS} at most
 * @param cut whether more was on them, so that entries or payloads are missing
 */
public record TestOutcome(
    Path file,
    String name,
    String row,
    TestFacts facts,
    Instant began,
    long seed,
    @Nullable Instant clockOrNull,
    List<TestOutcome> earlier,
    ConversationOutcome outcome,
    List<Numbered> transcript,
    boolean cut) {

  /** How many entries of a transcript are kept. */
  public static final int MAX_TRANSCRIPT = 10_000;

  /** How much the payloads of a transcript take together. */
  public static final ByteSize MAX_PAYLOADS = ByteSize.ofMegabytes(64);

  public TestOutcome {
    earlier = List.copyOf(earlier);
    transcript = List.copyOf(transcript);
  }

  /** The first try, whose transcript is whole. */
  public TestOutcome(
      Path file,
      String name,
      String row,
      TestFacts facts,
      Instant began,
      long seed,
      ConversationOutcome outcome,
      List<Numbered> transcript) {
    this(file, name, row, facts, began, seed, null, List.of(), outcome, transcript, false);
  }

  /** Where its time of day stood, when it did. */
  public Optional<Instant> clock() {
    return Optional.ofNullable(clockOrNull);
  }

  /** With what it does the same again. */
  public Repetition repetition() {
    return new Repetition(seed, clockOrNull);
  }

  /** The same as it was run with this. */
  public TestOutcome of(Repetition repetition) {
    return new TestOutcome(
        file,
        name,
        row,
        facts,
        began,
        repetition.seed(),
        repetition.clockOrNull(),
        earlier,
        outcome,
        transcript,
        cut);
  }

  public Result result() {
    return outcome.result();
  }

  /** Whether it passed after it had not: the same test, with two results. */
  public boolean isFlaky() {
    return result() instanceof Result.Passed
        && earlier.stream().anyMatch(one -> !one.result().isGood());
  }

  /** Of its file: where the first bad step stands; 1 when there is none in that file. */
  public int lineToLookAt() {
    return outcome.steps().stream()
        .filter(step -> !step.result().isGood() && step.at().file().equals(file))
        .mapToInt(step -> step.at().line())
        .findFirst()
        .orElse(1);
  }

  /** How often it was run: once and for each retry. */
  public int tries() {
    return earlier.size() + 1;
  }

  /** The same after these tries, each of which stands for itself alone. */
  public TestOutcome after(List<TestOutcome> tries) {
    var alone = tries.stream().map(one -> one.with(List.of(), one.transcript)).toList();
    return with(alone, transcript);
  }

  /** The same with another transcript. */
  public TestOutcome with(List<Numbered> other) {
    return with(earlier, other);
  }

  /** The same with another end. */
  public TestOutcome ending(ConversationOutcome other) {
    return new TestOutcome(
        file, name, row, facts, began, seed, clockOrNull, earlier, other, transcript, cut);
  }

  private TestOutcome with(List<TestOutcome> tries, List<Numbered> entries) {
    return new TestOutcome(
        file, name, row, facts, began, seed, clockOrNull, tries, outcome, entries, cut);
  }
}
