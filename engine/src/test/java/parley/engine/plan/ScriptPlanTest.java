package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.model.collection.Position;

/** Where a line of a script stands. */
final class ScriptPlanTest {

  private static final String TEXT = "one()\ntwo()";

  private static String place(ScriptPlan script, int line, int column) {
    var at = script.place(line, column);
    return "%s:%d:%d".formatted(at.file(), at.line(), at.column());
  }

  @Test
  void inAFileOfItsOwnItIsThatLine() {
    var script = new ScriptPlan(TEXT, Written.source("x.js"), Path.of("x.js"));
    assertThat(place(script, 2, 3)).isEqualTo("x.js:2:3");
    assertThat(place(script, 0, 0)).isEqualTo("x.js:1:1");
  }

  @Test
  void inPlaceItIsCountedFromWhereTheScriptBegins() {
    var source = Written.source(TEXT);
    var script = new ScriptPlan(TEXT, source, null);
    assertThat(script.place(1, 1)).isEqualTo(source.place(0));
    assertThat(script.place(2, 4)).isEqualTo(source.place(TEXT.indexOf("()", 6)));
    assertThat(script.place(2, 99)).isEqualTo(source.place(TEXT.length()));
    assertThat(script.place(2, 0)).isEqualTo(source.place(6));
    assertThat(script.place(3, 1)).isEqualTo(new Position(Written.FILE, 3, 5));
  }
}
