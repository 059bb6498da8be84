package parley.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import parley.engine.session.Session;

/** How many bytes of memory an idle session takes, connected and waiting in a receive. */
public final class IdleSessions {

  private static final int SESSIONS = 15_000;

  private static final String CONVERSATION =
      """
      url: ws://host/market
      variables: { instrument: EUR-USD }
      messages: [ { name: subscribe, json: { op: subscribe, instrument: "{{instrument}}" } } ]
      on-message:
        - where: { $.type: ping }
          steps: [ { send: { json: { type: pong } } } ]
      every: [ { time: 30s, steps: [ { send: { text: alive } } ] } ]
      steps:
        - connect:
        - receive:
          where: { $.type: ack }
          within: 1h
          extract: { seq: $.seq }
      """;

  private IdleSessions() {}

  /** Prints the bytes per session. */
  public static void main(String[] arguments) {
    var plan = Sessions.plan(CONVERSATION);
    var actions = new QuietActions();
    var sessions = new Session[SESSIONS];
    for (var i = 0; i < 1000; i++) {
      sessions[i] = Sessions.open(plan, actions); // loads all classes
    }
    var before = used();
    for (var i = 0; i < SESSIONS; i++) {
      sessions[i] = Sessions.open(plan, actions);
    }
    try {
      // The first thousand took the places of others that are garbage now.
      System.out.printf(
          "%d idle sessions: %d bytes each%n", SESSIONS, (used() - before) / (SESSIONS - 1000));
    } finally {
      Reference.reachabilityFence(sessions);
    }
  }

  private static long used() {
    var memory = ManagementFactory.getMemoryMXBean();
    for (var i = 0; i < 5; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
