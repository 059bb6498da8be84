package parley.cli.guide;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.cli.option.Option;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Version;

/** The manual page parley(1), in the language of man (groff_man(7)). */
final class ManualPage {

  private final StringBuilder out = new StringBuilder();

  private ManualPage() {}

  static String of(Catalogue catalogue) {
    var page = new ManualPage();
    page.begin(catalogue);
    catalogue.all().forEach(page::command);
    page.end(catalogue);
    return page.out.toString();
  }

  private void begin(Catalogue catalogue) {
    macro("TH", "PARLEY", "1", "", Version.LINE.strip(), "Parley");
    macro("SH", "NAME");
    text("parley - a workbench for WebSocket: talk by hand, run tests, mock servers");
    macro("SH", "SYNOPSIS");
    for (var guide : catalogue.all()) {
      line(guide.command().synopsis());
      raw(".br");
    }
    macro("SH", "DESCRIPTION");
    text(
        "Parley talks to WebSocket servers: by hand on a terminal or in the browser, as a filter in"
            + " a pipe, and by files that describe conversations and are run as tests. A URL or a"
            + " file without a command is talked to, as by parley connect.");
  }

  private void command(Guide guide) {
    macro("SH", ("parley " + guide.name()).toUpperCase(Locale.ROOT));
    macro("B", guide.command().synopsis());
    raw(".PP");
    text(guide.command().summary());
    for (var section : guide.command().sections()) {
      macro("SS", section.title());
      section.options().forEach(this::option);
    }
    for (var example : guide.command().examples()) {
      raw(".PP");
      text(sentence(example.meaning()) + ":");
      raw(".PP");
      raw(".nf");
      raw(".RS");
      line(example.line());
      raw(".RE");
      raw(".fi");
    }
  }

  private void option(Option<?> option) {
    raw(".TP");
    macro("B", option.usage());
    text(option.help());
  }

  private void end(Catalogue catalogue) {
    macro("SH", "EXIT STATUS");
    for (var code : ExitCode.values()) {
      raw(".TP");
      macro("B", String.valueOf(code.number()));
      text(sentence(code.meaning()) + ".");
    }
    macro("SH", "ENVIRONMENT");
    entry("NO_COLOR", "No colours, whatever its value.");
    entry(
        "XDG_STATE_HOME", "Where history and what was typed are kept; ~/.local/state unless set.");
    macro("SH", "FILES");
    entry("NAME.ws.yaml", "A conversation.");
    entry("NAME.mock.yaml", "A mock of a server.");
    entry("parley.yaml, folder.yaml", "What holds for all below.");
    entry("environments/NAME.yaml", "Variables of an environment.");
    entry(".env, .env.NAME", "Secrets, which are never printed.");
    macro("SH", "SEE ALSO");
    text(
        "The commands: "
            + catalogue.all().stream().map(Guide::name).collect(Collectors.joining(", "))
            + ". Guides to files, tests, mocks and networks are in the folder docs.");
  }

  private void entry(String name, String meaning) {
    raw(".TP");
    macro("B", name);
    text(meaning);
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }

  /** A request with arguments, each of which may have spaces. */
  private void macro(String name, String... arguments) {
    raw(
        Arrays.stream(arguments)
            .map(one -> " \"" + escaped(one).replace("\"", "\\(dq") + '"')
            .collect(Collectors.joining("", "." + name, "")));
  }

  private void line(String text) {
    raw("\\&" + escaped(text));
  }

  /** A paragraph's text: a line for each sentence, as roff likes it. */
  private void text(String text) {
    for (var sentence : text.split("(?<=[.:]) (?=[A-Z])", -1)) {
      line(sentence);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("~", "\\(ti");
  }

  private void raw(String line) {
    out.append(line).append('\n');
  }
}
