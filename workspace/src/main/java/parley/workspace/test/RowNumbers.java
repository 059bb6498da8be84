package parley.workspace.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which rows of data are meant: numbers and ranges, from 1. */
public record RowNumbers(List<Range> ranges) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

  public record Range(int first, int last) {}

  public RowNumbers {
    ranges = List.copyOf(ranges);
  }

  /** Written as {@code 3}, {@code 2-5} or {@code 1,4,7-9}. */
  public static Optional<RowNumbers> parse(String text) {
    var all = new ArrayList<Range>();
    for (var part : text.split(",", -1)) {
      var form = FORM.matcher(part.strip());
      if (!form.matches()) {
        return Optional.empty();
      }
      var first = Integer.parseInt(form.group(1));
      var last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
      if (first < 1 || last < first) {
        return Optional.empty();
      }
      all.add(new Range(first, last));
    }
    return Optional.of(new RowNumbers(all));
  }

  public boolean contains(int number) {
    return ranges.stream().anyMatch(one -> one.first() <= number && number <= one.last());
  }
}
