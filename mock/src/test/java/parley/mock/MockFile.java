package parley.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Given;
import parley.engine.plan.PlanProblem;
import parley.engine.plan.Planning;
import parley.files.collection.CollectionFiles;
import parley.files.collection.ExampleFiles;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.model.collection.Mock;
import parley.model.collection.Source;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** A mock's file in a folder of its own, as a person writes it. */
public record MockFile(Path folder) {

  private static final Given GIVEN =
      new Given(
          Map.of("SECRET", "s3cret"),
          Map.of("REGION", "eu"),
          Map.of("given", Value.of("from outside")),
          List.of());

  /** Files of the folder, without any limits. */
  public record Access(Path folder) implements FileAccess {

    @Override
    public Location locate(Source path) {
      return new Location.At(folder.resolve(path.text()));
    }

    @Override
    public Content read(Source path) {
      try {
        return new Content.Read(Bytes.of(Files.readAllBytes(folder.resolve(path.text()))));
      } catch (IOException unreadable) {
        return new Content.Unreadable("there is no such file");
      }
    }

    @Override
    public Examples examples(Source path) {
      var read = ExampleFiles.read(folder.resolve(path.text()));
      return read.problems().isEmpty()
          ? new Examples.Found(read.all())
          : new Examples.Unusable(
              read.problems().stream()
                  .map(one -> new PlanProblem(one.at(), one.found(), one.expected(), null))
                  .toList());
    }
  }

  public FileAccess access() {
    return new Access(folder);
  }

  /** The mock that {@code yaml} says, which has no problem of its form. */
  public Mock read(String yaml) {
    try {
      Files.writeString(folder.resolve("a.mock.yaml"), yaml);
      var files = CollectionFiles.read(folder);
      if (!files.problems().isEmpty()) {
        throw new AssertionError(files.problems().toString());
      }
      return files.collection().mocks().getFirst();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  public Planning<MockPlan> planning(String yaml) {
    return new MockPlanner(access()).plan(read(yaml), GIVEN);
  }

  /** The plan of what can be served. */
  public MockPlan plan(String yaml) {
    return switch (planning(yaml)) {
      case Planning.Planned(var plan) -> plan;
      case Planning.Wrong(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /** The problems of what cannot. */
  public List<PlanProblem> problems(String yaml) {
    return switch (planning(yaml)) {
      case Planning.Planned<MockPlan> _ -> List.of();
      case Planning.Wrong(var problems) -> problems;
    };
  }
}
