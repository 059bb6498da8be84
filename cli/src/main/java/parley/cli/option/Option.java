package parley.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One option: how it is written, what it means, and how its text becomes a value of the draft
 * {@code D}.
 *
 * @param names all spellings, the one for messages last
 * @param parameter what follows, in capitals; empty for a switch
 * @param need whether the parameter must be there
 * @param words what the parameter may be, where that is little; empty for anything
 */
public record Option<D>(
    List<String> names,
    String parameter,
    Need need,
    String help,
    Setter<D> setter,
    List<String> words) {

  public Option {
    names = List.copyOf(names);
    words = List.copyOf(words);
  }

  /** Whether an option has a parameter. */
  public enum Need {
    NONE,
    /** Only as {@code --name=VALUE}. */
    OPTIONAL,
    REQUIRED
  }

  /** Puts the text of a parameter into a draft; the value of the answer says nothing. */
  @FunctionalInterface
  public interface Setter<D> {
    Reading<?> set(D draft, String text);
  }

  /** A switch. */
  public static <D> Option<D> of(String names, String help, Consumer<D> set) {
    Setter<D> setter =
        (draft, text) -> {
          set.accept(draft);
          return Reading.good(text);
        };
    return new Option<>(split(names), "", Need.NONE, help, setter, List.of());
  }

  /** An option with a parameter, which {@code read} turns into the value for {@code set}. */
  public static <D, T> Option<D> of(
      String names,
      String parameter,
      String help,
      Function<String, Reading<T>> read,
      BiConsumer<D, T> set) {
    return new Option<>(
        split(names),
        parameter,
        Need.REQUIRED,
        help,
        (draft, text) -> put(draft, read.apply(text), set),
        List.of());
  }

  /** The same option, whose parameter may be left out; then {@code read} is given an empty text. */
  public Option<D> withOptionalParameter() {
    return new Option<>(names, parameter, Need.OPTIONAL, help, setter, words);
  }

  /** The same option, for whose parameter a shell offers these. */
  public Option<D> withWords(String... offered) {
    return new Option<>(names, parameter, need, help, setter, List.of(offered));
  }

  private static <D, T> Reading<T> put(D draft, Reading<T> reading, BiConsumer<D, T> set) {
    if (reading instanceof Reading.Good<T>(var value)) {
      set.accept(draft, value);
    }
    return reading;
  }

  private static List<String> split(String names) {
    var all = new ArrayList<String>();
    var from = 0;
    for (var comma = names.indexOf(", "); comma >= 0; comma = names.indexOf(", ", from)) {
      all.add(names.substring(from, comma));
      from = comma + 2;
    }
    all.add(names.substring(from));
    return List.copyOf(all);
  }

  /** The spelling for messages. */
  public String name() {
    return names.getLast();
  }

  /** How it is written, with its parameter, such as {@code -m, --max-time DURATION}. */
  public String usage() {
    var written = String.join(", ", names);
    return switch (need) {
      case NONE -> written;
      case OPTIONAL -> written + "[=" + parameter + "]";
      case REQUIRED -> written + " " + parameter;
    };
  }
}
