package parley.workbench.log;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import parley.model.transcript.Direction;
import parley.store.row.Filter;
import parley.store.row.Match;
import parley.store.row.RowKind;
import parley.workbench.call.BadCall;
import parley.workbench.call.With;

/** Reads what the page asks a log for, see {@code LogQuery}. */
final class Query {

  /** What came of reading it. */
  sealed interface Read {
    record Good(Filter filter) implements Read {}

    /** What the user typed cannot be used: one sentence, and what to do. */
    record Wrong(String text, String hint) implements Read {}
  }

  private Query() {}

  static Read read(With with) {
    var plain = plain(with);
    return switch (Matches.read(with.textIfAny("find").orElse(""))) {
      case Matches.Read.None _ -> new Read.Good(plain);
      case Matches.Read.Good(Match match) -> new Read.Good(plain.with(match));
      case Matches.Read.Wrong(var text, var hint) -> new Read.Wrong(text, hint);
    };
  }

  private static Filter plain(With with) {
    var filter = Filter.ALL;
    if (with.has("direction")) {
      filter = filter.ofDirections(Set.of(direction(with.text("direction"))));
    }
    if (with.has("kinds")) {
      filter = filter.ofKinds(kinds(with));
    }
    return with.has("connection") ? filter.ofConnection(with.text("connection")) : filter;
  }

  private static Direction direction(String word) {
    return switch (word) {
      case "in" -> Direction.RECEIVED;
      case "out" -> Direction.SENT;
      default -> throw new BadCall("`direction` is `in` or `out`, not " + word);
    };
  }

  private static Set<RowKind> kinds(With with) {
    return with.texts("kinds").stream()
        .map(word ->
            RowJson.kind(word).orElseThrow(() -> new BadCall("there is no kind `" + word + "`")))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RowKind.class)));
  }

  /** What passes both. */
  static Filter both(Filter one, Filter other) {
    var filter = one;
    if (!other.kinds().isEmpty()) {
      filter = filter.ofKinds(common(one.kinds(), other.kinds()));
    }
    if (!other.directions().isEmpty()) {
      filter = filter.ofDirections(common(one.directions(), other.directions()));
    }
    if (other.connection().isPresent()) {
      filter = filter.ofConnection(other.connection().get());
    }
    var second = other.match();
    if (second.isEmpty()) {
      return filter;
    }
    return filter.with(
        one.match()
            .<Match>map(first ->
                (kind, payload) ->
                    first.test(kind, payload.duplicate()) && second.get().test(kind, payload))
            .orElse(second.get()));
  }

  /** Empty means all; where nothing is common, the narrower question decides. */
  private static <T> Set<T> common(Set<T> one, Set<T> other) {
    var both = other.stream().filter(value -> one.isEmpty() || one.contains(value)).toList();
    return both.isEmpty() ? other : Set.copyOf(both);
  }
}
