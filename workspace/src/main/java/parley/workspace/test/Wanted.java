package parley.workspace.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tests a person wants to be run; all of what is said holds together.
 *
 * @param tags every one of them
 * @param names one of them
 * @param rowsOrNull of data; tests without data are left out then
 * @param shardOrNull a part of what is left, by whole files, with those that go on from each other
 * @param failuresOrNull what did not pass last time, alone
 * @param filesOrNull none but these, and those that they go on from
 */
public record Wanted(
    List<TagExpression> tags,
    List<NamePattern> names,
    @Nullable RowNumbers rowsOrNull,
    @Nullable Shard shardOrNull,
    @Nullable Failures failuresOrNull,
    @Nullable Set<Path> filesOrNull) {

  /** All. */
  public static final Wanted ALL = new Wanted(List.of(), List.of(), null, null, null, null);

  public Wanted {
    tags = List.copyOf(tags);
    names = List.copyOf(names);
    filesOrNull = filesOrNull == null ? null : Set.copyOf(filesOrNull);
  }

  public Optional<RowNumbers> rows() {
    return Optional.ofNullable(rowsOrNull);
  }

  public Optional<Shard> shard() {
    return Optional.ofNullable(shardOrNull);
  }

  public Optional<Set<Path>> files() {
    return Optional.ofNullable(filesOrNull);
  }

  public Optional<Failures> failures() {
    return Optional.ofNullable(failuresOrNull);
  }
}
