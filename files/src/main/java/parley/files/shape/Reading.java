package parley.files.shape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.files.problem.Problems;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.files.yaml.YamlText;
import parley.model.collection.Code;
import parley.model.collection.Source;

/** The reading of one file: where problems go, and what was seen on the way. For one thread. */
public final class Reading {

  private final Path file;
  private final Scope scope;
  private final @Nullable YamlText source;
  private final Problems problems;
  private final List<Source> paths = new ArrayList<>();
  private final List<Code> scripts = new ArrayList<>();

  private Reading(Path file, Scope scope, @Nullable YamlText source, Problems problems) {
    this.file = file;
    this.scope = scope;
    this.source = source;
    this.problems = problems;
  }

  /** Reads what stands in one text. */
  public static Reading of(YamlText source, Scope scope, Problems problems) {
    return new Reading(source.file(), scope, source, problems);
  }

  /** Reads a tree put together of several files, whose problems are known from each of them. */
  public static Reading again(Path file, Scope scope) {
    return new Reading(file, scope, null, new Problems());
  }

  /** The file that is read. */
  public Path file() {
    return file;
  }

  /** What kind of file it is. */
  public Scope scope() {
    return scope;
  }

  /** Where problems go. */
  public Problems problems() {
    return problems;
  }

  /** The paths to other files, in the order they were read in. */
  public List<Source> paths() {
    return List.copyOf(paths);
  }

  /** The scripts, in the order they were read in. */
  public List<Code> scripts() {
    return List.copyOf(scripts);
  }

  void useCode(Code code) {
    scripts.add(code);
  }

  void usePath(Source path) {
    paths.add(path);
  }

  /** The characters that a node is written as. */
  public String excerpt(Node node) {
    return source == null ? "" : source.of(node.span());
  }

  /** The characters from one node to the end of another. */
  public String excerpt(Node first, Node last) {
    return source == null ? "" : source.text().substring(first.span().start(), last.span().end());
  }

  /** Says that another kind of node was expected, and what quotes would make of this one. */
  public <T> Optional<T> unexpected(Node node, String expected) {
    problems.add(node.at(), describe(node), expected);
    return Optional.empty();
  }

  /** Says that something else was expected. */
  public <T> Optional<T> unexpected(Node node, String expected, String hint) {
    problems.add(node.at(), describe(node), expected, hint);
    return Optional.empty();
  }

  private String describe(Node node) {
    return switch (node) {
      case Node.Scalar scalar when scalar.isNothing() -> "nothing";
      case Node.Scalar scalar -> Quoting.shown(scalar.text());
      case Node.Sequence list -> "a list";
      case Node.Mapping map -> "a map";
    };
  }

  /** What kind of file is read, which decides what may stand in it. */
  public enum Scope {
    COLLECTION,
    CONVERSATION,
    MOCK
  }
}
