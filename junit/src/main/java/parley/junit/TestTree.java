package parley.junit;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import parley.model.collection.Conversation;
import parley.runner.test.TestCase;
import parley.workspace.test.Batch;

/** Tests in containers as their files stand in folders; each knows its file and line. */
final class TestTree {

  /** What stands in a folder. */
  private record Folder(Map<String, Folder> folders, List<DynamicNode> tests) {

    Folder() {
      this(new LinkedHashMap<>(), new ArrayList<>());
    }

    Folder folder(String name) {
      return folders.computeIfAbsent(name, _ -> new Folder());
    }

    Stream<DynamicNode> nodes(Path path) {
      var inner =
          folders.entrySet().stream()
              .map(one -> {
                var below = path.resolve(one.getKey());
                return DynamicContainer.dynamicContainer(
                    one.getKey(), below.toUri(), one.getValue().nodes(below));
              });
      return Stream.concat(tests.stream(), inner);
    }
  }

  private TestTree() {}

  /** Of one collection its files and folders, of several a container each. */
  static Stream<DynamicNode> of(List<Batch> batches, RunningTests running) {
    if (batches.size() == 1) {
      return nodes(batches.getFirst(), running);
    }
    return batches.stream()
        .map(batch ->
            DynamicContainer.dynamicContainer(
                batch.collection(), batch.workspace().root().toUri(), nodes(batch, running)));
  }

  private static Stream<DynamicNode> nodes(Batch batch, RunningTests running) {
    var root = batch.workspace().root();
    var top = new Folder();
    for (var test : batch.tests()) {
      var folder = top;
      var file = root.relativize(test.file());
      for (var part : file.subpath(0, Math.max(1, file.getNameCount() - 1))) {
        folder = file.getNameCount() == 1 ? folder : folder.folder(part.toString());
      }
      folder.tests().add(node(test, batch, running));
    }
    return top.nodes(root);
  }

  private static DynamicNode node(TestCase test, Batch batch, RunningTests running) {
    var source = source(test, batch);
    if (!test.hasData()) {
      return DynamicTest.dynamicTest(
          test.name(), source, () -> running.check(test.file(), test.label(0)));
    }
    var rows =
        IntStream.range(0, test.rows().size())
            .mapToObj(test::label)
            .map(row ->
                DynamicTest.dynamicTest(
                    test.name() + " · " + row, source, () -> running.check(test.file(), row)));
    return DynamicContainer.dynamicContainer(test.name(), source, rows);
  }

  /** The first step, so that an editor shows it. */
  private static URI source(TestCase test, Batch batch) {
    var line =
        batch
            .workspace()
            .conversation(test.file())
            .map(Conversation::steps)
            .flatMap(steps -> steps.stream().findFirst())
            .map(step -> step.modifiers().at().line())
            .orElse(1);
    return URI.create(test.file().toUri() + "?line=" + line);
  }
}
