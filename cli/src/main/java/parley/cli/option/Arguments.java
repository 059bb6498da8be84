package parley.cli.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one command's arguments: {@code --name VALUE}, {@code --name=VALUE}, {@code -x VALUE},
 * {@code -xVALUE}, several switches as {@code -kv}, and {@code --} before arguments that begin with
 * a dash. Options and operands may be mixed; the first fault ends the reading.
 */
public final class Arguments<D> {

  /** User and password in a URL, which are nobody's to read on a screen or in the log of a CI. */
  private static final Pattern LOGIN = Pattern.compile("(^|//)[^/@\\s]*:[^/@\\s]*@");

  private final Command<D> command;
  private final D draft;
  private final Map<String, Option<D>> byName = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private List<String> arguments = List.of();
  private int next;
  private boolean onlyOperands;
  private @Nullable Misuse misuse;

  private Arguments(Command<D> command, D draft) {
    this.command = command;
    this.draft = draft;
    for (var option : command.options()) {
      for (var name : option.names()) {
        byName.put(name, option);
      }
    }
  }

  /** What reading came to. */
  public sealed interface Outcome {

    /** The draft is filled; these arguments were no options. */
    record Read(List<String> operands) implements Outcome {}

    record Wrong(Misuse misuse) implements Outcome {}
  }

  /** Fills {@code draft} from {@code arguments}. */
  public static <D> Outcome read(Command<D> command, List<String> arguments, D draft) {
    return new Arguments<>(command, draft).readAll(arguments);
  }

  private Outcome readAll(List<String> list) {
    arguments = list;
    while (misuse == null && next < list.size()) {
      readOne(list.get(next++));
    }
    return misuse == null ? new Outcome.Read(List.copyOf(operands)) : new Outcome.Wrong(misuse);
  }

  private void readOne(String argument) {
    if (onlyOperands || argument.equals("-") || !argument.startsWith("-")) {
      readOperand(argument);
    } else if (argument.equals("--")) {
      onlyOperands = true;
    } else if (argument.startsWith("--")) {
      readLong(argument);
    } else {
      readLetters(argument);
    }
  }

  private void readOperand(String argument) {
    operands.add(argument);
    if (operands.size() > command.operands()) {
      var allowed = command.operands() == 0 ? "only options" : "one " + command.operandName();
      misuse =
          new Misuse(
              "there is an argument too many: '" + argument + "'",
              allowed + ", as in: " + command.synopsis(),
              hintForOperand());
    }
  }

  private @Nullable String hintForOperand() {
    return operands.size() > 1
        ? "Put quotes around an argument with spaces, and '-d' before a message to send."
        : null;
  }

  private void readLong(String argument) {
    var equals = argument.indexOf('=');
    var name = equals < 0 ? argument : argument.substring(0, equals);
    var option = find(name);
    if (option.isEmpty()) {
      return;
    }
    switch (option.get().need()) {
      case NONE -> readSwitch(option.get(), equals < 0, argument);
      case OPTIONAL -> set(option.get(), name, equals < 0 ? "" : argument.substring(equals + 1));
      case REQUIRED ->
          readRequired(option.get(), name, equals < 0 ? null : argument.substring(equals + 1));
    }
  }

  private void readSwitch(Option<D> option, boolean alone, String argument) {
    if (alone) {
      set(option, option.name(), "");
    } else {
      misuse = new Misuse("'" + argument + "' gives a value to a switch", "just " + option.name());
    }
  }

  private void readLetters(String argument) {
    for (var at = 1; at < argument.length() && misuse == null; at++) {
      var name = "-" + argument.charAt(at);
      var option =
          find(at == 1 && argument.length() > 2 && !byName.containsKey(name) ? argument : name);
      if (option.isEmpty()) {
        return;
      }
      if (option.get().need() == Option.Need.REQUIRED) {
        readRequired(
            option.get(), name, at + 1 == argument.length() ? null : argument.substring(at + 1));
        return;
      }
      set(option.get(), name, "");
    }
  }

  private void readRequired(Option<D> option, String name, @Nullable String attached) {
    if (attached != null) {
      set(option, name, attached);
    } else if (next < arguments.size()) {
      set(option, name, arguments.get(next++));
    } else {
      misuse =
          new Misuse(name + " stands at the end without its " + option.parameter(), option.usage());
    }
  }

  private void set(Option<D> option, String name, String text) {
    if (option.setter().set(draft, text) instanceof Reading.Bad<?>(var expected, var example)) {
      misuse =
          new Misuse(
              name + " was given '" + LOGIN.matcher(text).replaceAll("$1•••@") + "'",
              expected + ", for example: " + name + separator(option) + example);
    }
  }

  private static String separator(Option<?> option) {
    return option.need() == Option.Need.OPTIONAL ? "=" : " ";
  }

  private Optional<Option<D>> find(String name) {
    var found = Optional.ofNullable(byName.get(name));
    if (found.isEmpty()) {
      misuse =
          new Misuse(
              "there is no option " + name,
              "one of those that 'parley help " + command.name() + "' lists",
              Spelling.nearest(name, byName.keySet())
                  .map(near -> "Did you mean " + near + "?")
                  .orElse(null));
    }
    return found;
  }
}
