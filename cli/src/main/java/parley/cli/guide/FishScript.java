package parley.cli.guide;

import java.util.stream.Collectors;
import parley.cli.option.Option;

/** The script for fish. */
final class FishScript {

  private FishScript() {}

  static String of(Catalogue catalogue) {
    var names = catalogue.all().stream().map(Guide::name).collect(Collectors.joining(" "));
    var out = new StringBuilder(head(names));
    for (var guide : catalogue.all()) {
      out.append(
          "complete -c parley -n '__parley_first 1' -a %s -d '%s'\n"
              .formatted(guide.name(), quoted(guide.title())));
    }
    catalogue.all().forEach(guide -> command(guide, out));
    return out.toString();
  }

  private static String head(String names) {
    return """
    # Completes command lines of parley in fish:
    # parley completion fish > ~/.config/fish/completions/parley.fish

    function __parley_command
        set -l words (commandline -opc)
        if set -q words[2]; and contains -- $words[2] %s
            echo $words[2]
        else
            echo connect
        end
    end

    function __parley_is
        test (__parley_command) = $argv[1]
    end

    function __parley_first
        test (count (commandline -opc)) -eq $argv[1]
    end

    function __parley_environments
        for file in environments/*.yaml
            string replace -r '^environments/(.*)\\.yaml$' '$1' -- $file
        end
    end

    function __parley_files
        set -l token (commandline -ct)
        for file in $token*
            if string match -q -- "*$argv[1]" $file; and test -f $file
                echo $file
            end
        end
        __fish_complete_directories $token ''
    end

    complete -c parley -f
    """
        .formatted(names);
  }

  private static void command(Guide guide, StringBuilder out) {
    var line = "complete -c parley -n '__parley_is %s'".formatted(guide.name());
    for (var option : guide.options()) {
      out.append(line + names(option) + value(option));
      out.append(" -d '%s'\n".formatted(quoted(Guide.firstSentence(option.help()))));
    }
    if (!guide.first().isEmpty()) {
      out.append(
          "complete -c parley -n '__parley_is %s; and __parley_first 2' -a '%s'\n"
              .formatted(guide.name(), String.join(" ", guide.first())));
    }
    var operand =
        guide.first().isEmpty()
            ? line
            : "complete -c parley -n '__parley_is %s; and not __parley_first 2'"
                .formatted(guide.name());
    switch (guide.operand()) {
      case NOTHING -> {}
      case FOLDERS -> out.append(operand).append(" -a '(__fish_complete_directories)'\n");
      case CONVERSATIONS, MOCKS, FILES ->
          out.append(operand)
              .append(" -a '(__parley_files %s)'\n".formatted(guide.operand().suffix()));
    }
  }

  private static String names(Option<?> option) {
    return option.names().stream()
        .map(
            name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
        .collect(Collectors.joining());
  }

  private static String value(Option<?> option) {
    if (option.need() == Option.Need.OPTIONAL) {
      return "";
    }
    return switch (Guide.Value.of(option)) {
      case NONE -> "";
      case WORDS -> " -x -a '%s'".formatted(String.join(" ", option.words()));
      case FILE -> " -r -F";
      case FOLDER -> " -x -a '(__fish_complete_directories)'";
      case ENVIRONMENT -> " -x -a '(__parley_environments)'";
      case TEXT -> " -x";
    };
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
