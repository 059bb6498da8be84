package parley.store.row;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Direction;

/**
 * Which rows of a log to show: those for which all of it holds.
 *
 * @param kinds empty for all kinds
 * @param directions empty for all rows, also those without a direction
 * @param connectionOrNull the name of the one connection, which may be empty; null for all
 * @param matchOrNull what the payload must be like; null for anything
 */
public record Filter(
    Set<RowKind> kinds,
    Set<Direction> directions,
    @Nullable String connectionOrNull,
    @Nullable Match matchOrNull) {

  /** All rows. */
  public static final Filter ALL = new Filter(Set.of(), Set.of(), null, null);

  public Filter {
    kinds = Set.copyOf(kinds);
    directions = Set.copyOf(directions);
  }

  /** Rows whose payload holds {@code text}, see {@link TextMatch}. */
  public static Filter text(String text, boolean anyCase) {
    return ALL.with(TextMatch.of(text, anyCase));
  }

  /** The same for these kinds alone. */
  public Filter ofKinds(Set<RowKind> wanted) {
    return new Filter(wanted, directions, connectionOrNull, matchOrNull);
  }

  /** The same for these directions alone. */
  public Filter ofDirections(Set<Direction> wanted) {
    return new Filter(kinds, wanted, connectionOrNull, matchOrNull);
  }

  /** The same for one connection alone. */
  public Filter ofConnection(String name) {
    return new Filter(kinds, directions, name, matchOrNull);
  }

  /** The same with this test of the payload in place of another. */
  public Filter with(Match match) {
    return new Filter(kinds, directions, connectionOrNull, match);
  }

  public Optional<String> connection() {
    return Optional.ofNullable(connectionOrNull);
  }

  public Optional<Match> match() {
    return Optional.ofNullable(matchOrNull);
  }

  /** Whether all but the payload fits. */
  public boolean fits(String connection, RowKind kind, @Nullable Direction directionOrNull) {
    return (kinds.isEmpty() || kinds.contains(kind))
        && (directions.isEmpty()
            || (directionOrNull != null && directions.contains(directionOrNull)))
        && (connectionOrNull == null || connectionOrNull.equals(connection));
  }
}
