package parley.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestReporter;
import parley.model.value.Value;
import parley.report.Redaction;
import parley.runner.test.TestRun;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Lookup;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.script.ScriptPermission;
import parley.workspace.script.Trust;
import parley.workspace.test.Batch;
import parley.workspace.test.Choice;
import parley.workspace.test.Prepared;
import parley.workspace.test.Preparing;
import parley.workspace.test.TagExpression;
import parley.workspace.test.Wanted;

/**
 * The conversations of a folder as tests of JUnit, run as {@code parley run} runs them: several at
 * a time, with the mock of their environment, compared with their snapshots.
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicNode&gt; parley() {
 *   return ParleyTests.in(Path.of("src/test/parley")).environment("local").toStream();
 * }
 * </pre>
 */
public final class ParleyTests {

  private static final int JOBS = 4;
  private static final int MAX_SEED = 1_000_000;

  private final List<Path> places;
  private final Map<String, Value> variables = new LinkedHashMap<>();
  private final List<TagExpression> tags = new ArrayList<>();
  private @Nullable String environment;
  private @Nullable TestReporter reporter;
  private boolean scripts;
  private int jobs = JOBS;
  private long seed = ThreadLocalRandom.current().nextInt(MAX_SEED);

  private ParleyTests(List<Path> places) {
    this.places = places;
  }

  /** Those of a file, or of a folder and all below it; of several of them. */
  public static ParleyTests in(Path... filesAndFolders) {
    return new ParleyTests(List.of(filesAndFolders));
  }

  /** In the environment of that name; else in the only one there is, or the one called local. */
  public ParleyTests environment(String name) {
    environment = name;
    return this;
  }

  /** With a variable over those of the files: a text, number, truth value, list or map. */
  public ParleyTests variable(String name, Object value) {
    variables.put(name, Literals.value(value));
    return this;
  }

  /**
   * Only those whose tags agree with all of these, each as behind {@code --tag}: {@code smoke},
   * {@code -slow}, {@code smoke,orders}, {@code smoke and not slow}.
   *
   * @throws IllegalArgumentException when one makes no sense
   */
  public ParleyTests tags(String... expressions) {
    for (var text : expressions) {
      tags.add(
          TagExpression.parse(text)
              .orElseThrow(() -> new IllegalArgumentException("no expression of tags: " + text)));
    }
    return this;
  }

  /** So many at a time, in place of 4. */
  public ParleyTests jobs(int number) {
    jobs = number;
    return this;
  }

  /** With the random values of the run that named that seed. */
  public ParleyTests seed(long number) {
    seed = number;
    return this;
  }

  /**
   * Does the scripts of the collections, which are not done otherwise: as code of the build's own.
   * Needs {@code parley-script} beside this.
   */
  public ParleyTests allowingScripts() {
    scripts = true;
    return this;
  }

  /** Tells the steps and messages of each test, also of those that pass. */
  public ParleyTests reporter(TestReporter to) {
    reporter = to;
    return this;
  }

  /**
   * The tests, in containers as their files stand in folders. Mocks are started now and stopped
   * when the stream is closed, as JUnit does after the last test. Blocks while files are read.
   *
   * @throws BrokenConversation when files have problems, with all of them, or there is no test
   */
  public Stream<DynamicNode> toStream() {
    var mocks = new EnvironmentMocks(seed);
    try {
      var selections = selections();
      var choice = Choice.of(selections, new Wanted(tags, List.of(), null, null, null, null));
      var batches =
          selections.stream()
              .filter(one -> choice.touches(one.workspace()))
              .map(one -> batch(one, choice, mocks))
              .toList();
      if (batches.stream().allMatch(batch -> batch.tests().isEmpty())) {
        throw new BrokenConversation("there is no test in " + places);
      }
      var redaction = redaction(selections);
      var running =
          new RunningTests(batches, new TestRun.Options(jobs, false, seed), redaction, reporter);
      return TestTree.of(batches, running).onClose(running::close).onClose(mocks::close);
    } catch (RuntimeException wrong) {
      mocks.close();
      throw wrong;
    }
  }

  private List<Selection> selections() {
    var names = places.stream().map(Path::toString).toList();
    var found = valueOf(Selection.of(names, System.getenv()));
    var selections = new ArrayList<Selection>();
    for (var one : found) {
      var workspace = granted(inEnvironment(one.workspace()));
      selections.add(one.in(_ -> workspace));
    }
    return selections;
  }

  private Workspace granted(Workspace workspace) {
    var nowhere = new Trust(Path.of("trust")); // not asked, since all of them are allowed
    return scripts ? new ScriptPermission(nowhere, true).grant(workspace) : workspace;
  }

  private Workspace inEnvironment(Workspace workspace) {
    return environment == null
        ? workspace.inUsualEnvironment()
        : valueOf(workspace.in(environment));
  }

  private static <T> T valueOf(Lookup<T> lookup) {
    return switch (lookup) {
      case Lookup.Found<T>(var value) -> value;
      case Lookup.Failed<T>(var refusal) ->
          throw new BrokenConversation(refusal.found() + "; expected " + refusal.expected());
    };
  }

  private Batch batch(Selection selection, Choice choice, EnvironmentMocks mocks) {
    var asked = new Preparing.Asked(variables, choice);
    return switch (Preparing.of(selection, asked, mocks)) {
      case Prepared.Ready(var batch) -> batch;
      case Prepared.Wrong(var problems) -> throw new BrokenConversation(problems.toText());
      case Prepared.NoMock(var why) -> throw new BrokenConversation(why);
    };
  }

  private Redaction redaction(List<Selection> selections) {
    return Redaction.of(
        selections.stream()
            .flatMap(one -> one.secretValues(variables).stream())
            .collect(Collectors.toSet()));
  }
}
