package parley.workspace.test;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of equal size that together are all.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("no part: %d of %d".formatted(number, of));
    }
  }

  /** Written as {@code 2/5}. */
  public static Optional<Shard> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var number = Integer.parseInt(form.group(1));
    var of = Integer.parseInt(form.group(2));
    return number < 1 || number > of ? Optional.empty() : Optional.of(new Shard(number, of));
  }

  /** Its part of things that stand in the same order everywhere: every so many-th. */
  public <T> List<T> part(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> i % of == number - 1)
        .mapToObj(all::get)
        .toList();
  }
}
