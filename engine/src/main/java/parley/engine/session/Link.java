package parley.engine.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Facts;
import parley.engine.plan.HandshakeChange;
import parley.model.value.Value;
import parley.protocol.endpoint.Closure;

/**
 * A connection as a session knows it.
 *
 * <pre>
 *          open            Attempted.Open
 *   NEW ---------> OPENING --------------> OPEN --close--> CLOSING
 *                    ^  |                   |                 |
 *                    |  | refused, failed   | lost            | Ended
 *             backoff|  v                   v                 v
 *                    +--LOST &lt;------------ (reconnect?) ----> ENDED --open--> OPENING
 * </pre>
 */
final class Link {

  /** What it is up to. */
  enum State {
    NEW,
    OPENING,
    OPEN,
    CLOSING,
    /** It was lost, and the time of the next try is set. */
    LOST,
    ENDED
  }

  private static final Set<State> ALIVE = EnumSet.of(State.OPENING, State.OPEN, State.CLOSING);

  private final int number;
  private final String name;
  private final Inbox inbox;
  private State state = State.NEW;
  private Facts facts = Facts.NONE;
  private @Nullable Value @Nullable [] overlay;
  private @Nullable String refusal;
  private boolean refusedByServer;
  private boolean givenUp;
  private boolean ending;
  private HandshakeChange change = HandshakeChange.NONE;
  private long openings;

  Link(int number, String name, Inbox inbox) {
    this.number = number;
    this.name = name;
    this.inbox = inbox;
  }

  int number() {
    return number;
  }

  /** As people call it. */
  String title() {
    return name.isEmpty() ? "the connection" : "the connection " + name;
  }

  String name() {
    return name;
  }

  Inbox inbox() {
    return inbox;
  }

  State state() {
    return state;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Nothing can be sent on it any more, and it ends soon. */
  void ending() {
    ending = true;
  }

  /** Whether it is open, but only until what came before is read. */
  boolean isEnding() {
    return ending;
  }

  /** Whether its end is near but not there. */
  boolean isAlive() {
    return ALIVE.contains(state);
  }

  Facts facts() {
    return facts;
  }

  void becomes(State next) {
    state = next;
  }

  /** How often it was opened, tries included. */
  long openings() {
    return openings;
  }

  /** What a script wants of the handshake at hand. */
  HandshakeChange change() {
    return change;
  }

  void change(HandshakeChange wanted) {
    change = wanted;
  }

  void opening() {
    openings++;
    change = HandshakeChange.NONE;
    state = State.OPENING;
    givenUp = false;
    ending = false;
    refusal = null;
    facts = Facts.NONE;
  }

  void opened(Facts known) {
    state = State.OPEN;
    facts = known;
  }

  /**
   * It could not be opened.
   *
   * @param byServer whether the server answered, and refused
   */
  void refused(Facts known, String why, boolean byServer) {
    state = State.ENDED;
    facts = known;
    refusal = why;
    refusedByServer = byServer;
  }

  /** Somebody wants it opened no more. */
  void givenUp() {
    refused(Facts.NONE, "opening " + title() + " was given up", false);
    givenUp = true;
  }

  /** Whether those that wait for it should not open it themselves. */
  boolean isGivenUp() {
    return givenUp;
  }

  void ended(Closure closure) {
    state = State.ENDED;
    facts = facts.withClosure(closure);
  }

  /** Why it could not be opened, if that is how it ended. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** How a step ends that needs it open: a server's refusal is an answer, no server is none. */
  Ending whyNotOpen() {
    if (refusal != null) {
      return refusedByServer ? Ending.failed(refusal) : Ending.broken(refusal);
    }
    return Ending.failed(title() + " " + endText());
  }

  /** How it ended, as a clause. */
  String endText() {
    return facts.closure().map(ClosureText::of).orElse(ending ? "is about to end" : "is not open");
  }

  void use(@Nullable Value[] differing) {
    overlay = differing;
  }

  @Nullable Value overlay(int slot) {
    return overlay == null ? null : overlay[slot];
  }

  /** Sets a variable that has a value of its own here; false when it has none. */
  boolean assign(int slot, Value value) {
    if (overlay == null || overlay[slot] == null) {
      return false;
    }
    overlay[slot] = value;
    return true;
  }
}
