package parley.cli.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.cli.option.Option;

/** The script for bash, from 3.2 on; it needs nothing else. */
final class BashScript {

  private static final String HEAD =
      """
      # Completes command lines of parley in bash: source <(parley completion bash)

      _parley_add() {
        local one
        while IFS= read -r one; do COMPREPLY+=("$one"); done
      }

      _parley_files() {
        compopt -o filenames 2>/dev/null
        _parley_add < <(compgen -f -X "!*$1" -- "$cur")
        [[ -n $1 ]] && _parley_add < <(compgen -d -- "$cur")
      }

      _parley_folders() {
        compopt -o filenames 2>/dev/null
        _parley_add < <(compgen -d -- "$cur")
      }

      _parley_environments() {
        local file names=
        for file in environments/*.yaml; do
          [[ -e $file ]] && file=${file##*/} && names+=" ${file%.yaml}"
        done
        _parley_words "$names"
      }

      _parley_words() {
        _parley_add < <(compgen -W "$1" -- "$cur")
      }

      _parley() {
        COMPREPLY=()
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=connect
        # bash takes --name=VALUE for three words
        if [[ $cur == = ]]; then
          cur=
        elif [[ $prev == = ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        if ((COMP_CWORD > 1)); then
          case ${COMP_WORDS[1]} in
            COMMANDS) command=${COMP_WORDS[1]} ;;
          esac
        fi
        case "$command $prev" in
      """;

  private BashScript() {}

  static String of(Catalogue catalogue) {
    var names = catalogue.all().stream().map(Guide::name).toList();
    var out = new StringBuilder(HEAD.replace("COMMANDS", String.join("|", names)));
    catalogue.all().forEach(guide -> values(guide, out));
    out.append("  esac\n  if [[ $cur == -* ]]; then\n    case $command in\n");
    catalogue.all().forEach(guide -> options(guide, out));
    out.append("    esac\n    return\n  fi\n");
    out.append(
        "  ((COMP_CWORD == 1)) && _parley_words \"%s\"\n".formatted(String.join(" ", names)));
    out.append("  case $command in\n");
    catalogue.all().forEach(guide -> operands(guide, out));
    return out.append("  esac\n}\n\ncomplete -F _parley parley\n").toString();
  }

  private static void values(Guide guide, StringBuilder out) {
    for (var option : guide.options()) {
      if (option.need() == Option.Need.REQUIRED) {
        var patterns =
            option.names().stream()
                .map(name -> "'%s %s'".formatted(guide.name(), name))
                .collect(Collectors.joining(" | "));
        out.append("    %s)%s return ;;\n".formatted(patterns, action(option)));
      }
    }
  }

  private static String action(Option<?> option) {
    return switch (Guide.Value.of(option)) {
      case WORDS -> " _parley_words \"%s\";".formatted(String.join(" ", option.words()));
      case FILE -> " _parley_files '';";
      case FOLDER -> " _parley_folders;";
      case ENVIRONMENT -> " _parley_environments;";
      case TEXT, NONE -> "";
    };
  }

  private static void options(Guide guide, StringBuilder out) {
    var names = new ArrayList<String>();
    guide.options().forEach(option -> names.addAll(option.names()));
    if (!names.isEmpty()) {
      out.append(
          "      %s) _parley_words \"%s\" ;;\n".formatted(guide.name(), String.join(" ", names)));
    }
  }

  private static void operands(Guide guide, StringBuilder out) {
    var actions = new ArrayList<String>();
    if (!guide.first().isEmpty()) {
      actions.add(
          "((COMP_CWORD == 2)) && _parley_words \"%s\"".formatted(String.join(" ", guide.first())));
    }
    switch (guide.operand()) {
      case NOTHING -> {}
      case FOLDERS -> actions.add("_parley_folders");
      case CONVERSATIONS, MOCKS, FILES ->
          actions.add(
              (guide.first().isEmpty() ? "" : "((COMP_CWORD > 2)) && ")
                  + "_parley_files "
                  + guide.operand().suffix());
    }
    if (!actions.isEmpty()) {
      out.append(
          "    %s) %s ;;\n".formatted(guide.name(), String.join("; ", List.copyOf(actions))));
    }
  }
}
