package parley.cli.guide;

import java.util.stream.Collectors;
import parley.cli.option.Option;

/** The script for zsh, a function for its {@code compinit}. */
final class ZshScript {

  private ZshScript() {}

  static String of(Catalogue catalogue) {
    var commands =
        catalogue.all().stream()
            .map(one -> "    '%s:%s'\n".formatted(one.name(), quoted(one.title())))
            .collect(Collectors.joining());
    var names = catalogue.all().stream().map(Guide::name).collect(Collectors.joining(" "));
    var out = new StringBuilder(head(commands, names));
    catalogue.all().forEach(guide -> command(guide, out));
    return out.append(
            """
              esac
            }

            if [[ $funcstack[1] == _parley ]]; then
              _parley "$@"
            else
              compdef _parley parley
            fi
            """)
        .toString();
  }

  private static String head(String commands, String names) {
    return """
    #compdef parley
    # Completes command lines of parley in zsh: parley completion zsh > "${fpath[1]}/_parley"

    _parley_environments() {
      local -a names
      names=(environments/*.yaml(N:t:r))
      compadd -a names
    }

    _parley_commands() {
      local -a commands
      commands=(
    %s  )
      _describe -t commands command commands
    }

    _parley() {
      local command=connect
      if ((CURRENT > 2)) && [[ -n ${words[2]} && " %s " == *" ${words[2]} "* ]]; then
        command=${words[2]}
        shift words
        ((CURRENT--))
      elif ((CURRENT == 2)) && [[ ${words[2]} != -* ]]; then
        _parley_commands
      fi
      case $command in
    """
        .formatted(commands, names);
  }

  private static void command(Guide guide, StringBuilder out) {
    out.append("    %s)\n      _arguments -s -S \\\n".formatted(guide.name()));
    for (var option : guide.options()) {
      out.append("        %s \\\n".formatted(spec(option)));
    }
    if (!guide.first().isEmpty()) {
      out.append("        '1:word:(%s)' \\\n".formatted(String.join(" ", guide.first())));
    }
    out.append("        %s\n      ;;\n".formatted(operand(guide.operand())));
  }

  /** Each spelling of an option, which may come again, with its meaning and its value. */
  private static String spec(Option<?> option) {
    return option.names().stream()
        .map(name ->
            "'*%s%s[%s]%s'".formatted(name, sign(option, name), text(option), value(option)))
        .collect(Collectors.joining(" "));
  }

  private static String sign(Option<?> option, String name) {
    return switch (option.need()) {
      case NONE -> "";
      case OPTIONAL -> "=-";
      case REQUIRED -> name.startsWith("--") ? "=" : "+";
    };
  }

  private static String text(Option<?> option) {
    return quoted(Guide.firstSentence(option.help())).replace("[", "\\[").replace("]", "\\]");
  }

  private static String value(Option<?> option) {
    var name = ":" + quoted(option.parameter()).replace(":", "\\:") + ":";
    return switch (Guide.Value.of(option)) {
      case NONE -> "";
      case WORDS -> name + "(" + String.join(" ", option.words()) + ")";
      case FILE -> name + "_files";
      case FOLDER -> name + "_files -/";
      case ENVIRONMENT -> name + "_parley_environments";
      case TEXT -> option.need() == Option.Need.OPTIONAL ? ":" + name + " " : name + " ";
    };
  }

  private static String operand(Guide.Operand operand) {
    return switch (operand) {
      case NOTHING -> "'*: :'";
      case FOLDERS -> "'*:folder:_files -/'";
      case CONVERSATIONS, MOCKS, FILES ->
          "'*:file:_files -g \"*%s(-.)\"'".formatted(operand.suffix());
    };
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''");
  }
}
