package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.model.collection.Check;
import parley.model.collection.Code;
import parley.model.collection.Content;
import parley.model.collection.Json;
import parley.model.collection.Message;
import parley.model.collection.Modifiers;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Take;

/**
 * The labels of steps that a conversation of this release does not get to; see PlanTest for others.
 */
final class StepLabelTest {

  private static final Position AT = new Position(Path.of("a.ws.yaml"), 1, 1);
  private static final Modifiers NONE =
      new Modifiers(null, null, null, null, List.of(), Duration.ZERO, null, false, "", AT);

  private static Source source(String text) {
    return new Source(text, AT);
  }

  @Test
  void scriptsAreNamedByTheirIdOnly() {
    assertThat(StepLabel.of(new Step.Script(new Code.InPlace(source("x()")), NONE)))
        .isEqualTo("script");
  }

  @Test
  void filtersBySchemaSequenceAndOrderAreNamed() {
    var where =
        List.<Check>of(
            new Check.Schema(source("ack.json"), AT),
            new Check.Sequence(source("$.a"), source("$.a"), new Json.Literal("1", AT), AT),
            new Check.Order(source("$.n"), Check.Direction.INCREASING, AT),
            new Check.Following(source("$.s"), new Json.Items(List.of(), AT), AT),
            new Check.Told(new Check.Unique(source("$.id"), null, AT), source("told twice")));
    var step = new Step.Receive(where, new Take.Next(1), null, List.of(), List.of(), null, NONE);
    assertThat(StepLabel.of(step)).isEqualTo("receive schema ack.json, sequence, order of $.n,...");
  }

  @Test
  void aBlockOfJsonIsJson() {
    var message = new Message(new Content.JsonBlock(source("{}")), Message.Wire.BY_KIND, true, AT);
    var step =
        new Step.Send(new Step.What.Inline(message), List.of(), null, Duration.ZERO, null, NONE);
    assertThat(StepLabel.of(step)).isEqualTo("send json");
  }
}
