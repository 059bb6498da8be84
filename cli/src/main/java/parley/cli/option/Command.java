package parley.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be written after one command's name.
 *
 * @param synopsis the whole line, such as {@code parley echo [OPTIONS] [URL]}
 * @param summary what it does, in one sentence
 * @param operands how many arguments that are no options are allowed
 * @param operandName what such an argument is, as a noun phrase
 * @param sections the options in their groups, in the order of the help
 * @param examples lines of the help's end: a command line, two spaces or more, what it does
 */
public record Command<D>(
    String name,
    String synopsis,
    String summary,
    int operands,
    String operandName,
    List<Section<D>> sections,
    List<Example> examples) {

  /** Options that belong together. */
  public record Section<D>(String title, List<Option<D>> options) {
    public Section {
      options = List.copyOf(options);
    }
  }

  /** A command line and what it does. */
  public record Example(String line, String meaning) {}

  public Command {
    sections = List.copyOf(sections);
    examples = List.copyOf(examples);
  }

  /** Every option in the order of the help. */
  public List<Option<D>> options() {
    var all = new ArrayList<Option<D>>();
    for (var section : sections) {
      all.addAll(section.options());
    }
    return all;
  }
}
