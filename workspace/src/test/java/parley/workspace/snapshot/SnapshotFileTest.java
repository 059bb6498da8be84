package parley.workspace.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.collection.Position;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.model.transcript.Direction;
import parley.model.value.Value;
import parley.runner.snapshot.Recorded;

/** What keeping a snapshot comes to. */
class SnapshotFileTest {

  @Test
  void aFaultOfOursTakesOneSnapshotOnly(@TempDir Path folder) {
    var deep = Value.NULL;
    for (var i = 0; i < 200_000; i++) {
      deep = Value.of(List.of(deep));
    }
    var file = folder.resolve("deep.snapshot.yaml");
    var nowhere = new Position(file, 1, 1);
    var message =
        new Kept.Message(Direction.RECEIVED, "", new Kept.Content.Json(deep), List.of(), nowhere);
    var snapshot =
        new Snapshot(
            file,
            new Order.AsReceived(),
            false,
            List.of(),
            List.of(),
            List.of(new Snapshot.Recording("", List.of(message), nowhere)));
    var saved = SnapshotFile.save(file, new Recorded.Fresh(snapshot, List.of()));
    assertThat(saved.state()).isEqualTo(Saved.State.FAILED);
    assertThat(saved.text()).startsWith("a fault of Parley").contains("StackOverflowError");
    assertThat(file).doesNotExist();
  }
}
