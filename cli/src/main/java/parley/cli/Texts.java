package parley.cli;

import parley.cli.connect.ConnectRun;

/** What the program says about itself. */
final class Texts {

  private Texts() {}

  static String usage() {
    return """
    parley: there is no URL
            expected parley URL, for example: parley ws://localhost:9001
            'parley ui' opens the workbench, 'parley --help' lists everything.
    """;
  }

  static String overview() {
    return ConnectRun.help(commands());
  }

  private static String commands() {
    return """
           parley ui [OPTIONS] [FOLDER]
           parley run [OPTIONS] [PATH...]
           parley watch [OPTIONS] [PATH...]
           parley check [OPTIONS] [PATH...]
           parley fmt [OPTIONS] [PATH...]
           parley new [OPTIONS] KIND PATH [URL]
           parley trust [OPTIONS] [FOLDER]
           parley mock [OPTIONS] [FILE]
           parley echo [OPTIONS] [URL]
           parley demo
           parley completion bash|zsh|fish
           parley man
           parley help COMMAND

    Commands
      ui                            Open the workbench in the browser.
      connect                       Talk to a server; 'parley URL' and 'parley FILE' are the same.
      run                           Run conversations as tests.
      watch                         Run them, and again what a saved file concerns.
      check                         Say all that is wrong with files, and what holds for them.
      fmt                           Lay out files; what they say stays.
      new                           Make a collection, folder, conversation or mock.
      trust                         Allow the scripts of a collection, until one changes.
      mock                          Start a server that answers as a file says.
      echo                          Start a server that sends everything back, or be a client that does.
      demo                          See a short conversation with a server of Parley's own.
      completion                    Print a script with which a shell completes what you type.
      man                           Print the manual page.
      help                          Show the options of a command.
    """;
  }

  static String brokenPromise(String trace) {
    return "parley: this is a fault in Parley itself; please report it with what follows\n" + trace;
  }
}
