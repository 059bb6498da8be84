package parley.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.engine.expression.Scope;
import parley.engine.plan.Compiling;
import parley.engine.plan.Facts;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Filled;
import parley.engine.plan.Given;
import parley.engine.plan.Plan;
import parley.engine.plan.Planner;
import parley.engine.plan.Planning;
import parley.engine.plan.TemplatePlan;
import parley.files.format.Format;
import parley.files.shape.Reading;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;

/** What a mock knows of a client before it lets it in. */
final class AskedTest {

  private static final String MOCK =
      """
      variables: { id: "{{$guid}} for {{request}}", zero: 0, bad: "{{1 / zero}}" }
      state: { seq: 7 }
      paths:
        /: { on-connect: [ { send: { text: "{{id}}" } } ] }
      """;

  private final List<String> told = new ArrayList<>();
  private final Plan plan = plan();
  private final Session session =
      new Session(
          plan,
          new SessionStart(
              Instant.parse("2026-01-02T03:04:05Z"), new Random(7), Map.of(), new SharedState()));

  private static Plan plan() {
    var mock = Script.read("a.mock.yaml", MOCK, Format.MOCK, Reading.Scope.MOCK);
    var planning =
        new Planner(FileAccess.NONE).endpoint(mock, mock.paths().getFirst(), Given.NOTHING);
    return ((Planning.Planned<Plan>) planning).plan();
  }

  private final Actions actions =
      new Actions() {
        @Override
        public void open(int connection, String name, ConnectSpec spec) {}

        @Override
        public void send(int connection, Outgoing outgoing, long ticket) {
          told.add(((Outgoing.Text) outgoing).payload().toText());
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
        public void report(Report report) {
          if (report instanceof Report.Notice(var text)) {
            told.add("notice: " + text);
          }
        }
      };

  private static List<Event.Named> request(String text) {
    return List.of(new Event.Named("request", Value.of(text)));
  }

  private String fill(String template, Scope scope) {
    var at = new Position(Path.of("a.mock.yaml"), 1, 1);
    var compiling = new Compiling(plan.context().names(), FileAccess.NONE);
    var filled = TemplatePlan.of(new Source(template, at), compiling).text(scope);
    return ((Value.Text) ((Filled.Of) filled).value()).text();
  }

  @Test
  void itsAnswerAndItsSessionHaveTheSameVariables() {
    var answer = fill("{{id}}", session.asked(request("ann")));
    session.on(new Event.Accepted(request("ann"), Facts.NONE), 0, actions);
    assertThat(answer).endsWith(" for ann");
    assertThat(told)
        .containsExactly("notice: the variable bad has no value: division by zero", answer);
  }

  @Test
  void askedAgainNothingButTheRequestIsAnother() {
    var first = fill("{{request}} {{id}}", session.asked(request("ann")));
    var second = fill("{{request}} {{id}}", session.asked(request("bob")));
    assertThat(second).isEqualTo(first.replaceFirst("^ann", "bob"));
  }

  @Test
  void sharedStateIsKnown() {
    assertThat(fill("{{seq}}", session.asked(List.of()))).isEqualTo("7");
  }
}
