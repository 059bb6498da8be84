package parley.benchmarks;

import parley.engine.session.Actions;
import parley.engine.session.Report;
import parley.engine.session.ScriptCall;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.Outgoing;

/** Does nothing that a session wants done, and counts what it sends. */
final class QuietActions implements Actions {

  private long lastTicket;
  private long sent;

  /** The ticket of what was sent last. */
  long lastTicket() {
    return lastTicket;
  }

  long sent() {
    return sent;
  }

  @Override
  public void open(int connection, String name, ConnectSpec spec) {}

  @Override
  public void send(int connection, Outgoing outgoing, long ticket) {
    lastTicket = ticket;
    sent++;
  }

  @Override
  public void abort(int connection) {}

  @Override
  public void load(long ticket, Source path) {}

  @Override
  public void script(long ticket, ScriptCall call) {}

  @Override
  public void wake(long atNanos) {}

  @Override
  public void join(String room) {}

  @Override
  public void leave(String room) {}

  @Override
  public void publish(String room, boolean exceptSelf, Outgoing outgoing) {}

  @Override
  public void report(Report report) {}
}
