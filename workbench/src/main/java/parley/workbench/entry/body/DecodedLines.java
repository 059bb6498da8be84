package parley.workbench.entry.body;

import java.util.List;
import java.util.Optional;

/** Lines of what a payload was decoded to. */
record DecodedLines(Lines lines, String means) implements Lines {

  @Override
  public long total() {
    return lines.total();
  }

  @Override
  public List<String> window(long from, int count) {
    return lines.window(from, count);
  }

  @Override
  public Optional<String> how() {
    return Optional.of(means);
  }
}
