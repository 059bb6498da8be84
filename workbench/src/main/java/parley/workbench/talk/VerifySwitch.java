package parley.workbench.talk;

import parley.model.connection.ConnectSpec;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;

/**
 * Whether the certificates of servers are checked, for all connects of this workbench. Off it goes
 * until the workbench ends, never longer. Any thread may call it.
 */
public final class VerifySwitch {

  private final Pages pages;
  private volatile boolean on = true;

  public VerifySwitch(Pages pages) {
    this.pages = pages;
  }

  /** Adds its call. */
  public void addTo(Calls calls) {
    calls.add(
        "talk.verify",
        (with, _) -> {
          on = with.flag("verify");
          pages.tell("verify", told());
          return Answer.of(told());
        });
  }

  private Value told() {
    return Json.object().put("verify", on).value();
  }

  public boolean isOn() {
    return on;
  }

  /** How a connection is opened while it stands so. */
  ConnectSpec applied(ConnectSpec spec) {
    return on ? spec : spec.withTls(spec.tls().withVerify(false));
  }
}
