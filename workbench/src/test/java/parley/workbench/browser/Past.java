package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.frame.Bytes;
import parley.store.History;
import parley.store.LogWatcher;
import parley.store.SessionLog;
import parley.store.SessionStart;

/** A session of the history with 3,000 rows, on a page that shows it. */
record Past(Rig rig) {

  static final int ROWS = 3000;
  private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");

  static Past open(Rig rig) {
    return open(rig, "");
  }

  /** With a further message at the end. */
  static Past open(Rig rig, String last) {
    write(rig, last);
    rig.open();
    rig.button("History").first().click();
    rig.page().getByText("Ticker stream").first().dblclick();
    var past = new Past(rig);
    assertThat(past.row("\"n\":4")).isVisible();
    return past;
  }

  private static void write(Rig rig, String last) {
    var folder = rig.state().resolve("history");
    try (var history = History.open(folder, text -> {})) {
      var start =
          new SessionStart("shop", "feed.ws.yaml", "Ticker stream", "ws://localhost:1/", "", BEGAN);
      try (var log = history.begin(start, new LogWatcher() {})) {
        for (var number = 0; number < ROWS; number++) {
          append(log, number);
        }
        if (!last.isEmpty()) {
          var at = new Moment(BEGAN.plusSeconds(10), Duration.ofSeconds(10));
          log.append(new Numbered(ROWS, "", text(at, Direction.RECEIVED, last)));
        }
      }
    }
  }

  private static void append(SessionLog log, int number) {
    var elapsed = Duration.ofMillis(2L * number);
    log.append(new Numbered(number, "", entry(new Moment(BEGAN.plus(elapsed), elapsed), number)));
  }

  private static Entry entry(Moment at, int number) {
    return switch (number) {
      case 0 -> new Entry.Notice(at, "It begins.");
      case 1 -> text(at, Direction.SENT, "{\"op\":\"subscribe\"}");
      case 2 -> new Entry.Ping(at, Direction.SENT, Bytes.utf8("hi"));
      case 3 ->
          new Entry.Pong(at, Direction.RECEIVED, Bytes.utf8("hi"), Duration.ofNanos(22_300_000));
      case 5 -> text(at, Direction.RECEIVED, "tab\there\u001b[31m<script>alert(1)</script>");
      default -> text(at, Direction.RECEIVED, tick(number));
    };
  }

  /** A number that JavaScript would round, and one whose last digit it would drop. */
  static String tick(int number) {
    return "{\"n\":%d,\"seq\":12345678901234567890,\"bid\":1.10,\"symbol\":\"%s\"}"
        .formatted(number, number % 100 == 7 ? "GBPUSD" : "EURUSD");
  }

  private static Entry text(Moment at, Direction direction, String text) {
    var payload = Bytes.utf8(text);
    return new Entry.Message(
        at, direction, true, payload, new Entry.Carriage(1, payload.size(), false));
  }

  Locator log() {
    return rig.page().getByRole(AriaRole.GRID);
  }

  /** The first row that is shown and holds the text. */
  Locator row(String text) {
    return log()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  Locator chosen() {
    return log().locator("[aria-selected=true]");
  }

  Locator filter() {
    return rig.page().getByLabel("Filter the log", new Page.GetByLabelOptions().setExact(true));
  }

  /** What a tab of the detail shows. */
  Locator detail(String tab) {
    rig.page()
        .getByRole(AriaRole.TABLIST, new Page.GetByRoleOptions().setName("Detail"))
        .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(tab))
        .click();
    return rig.named(AriaRole.TABPANEL, tab);
  }
}
