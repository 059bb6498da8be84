package parley.cli.create;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.files.collection.CollectionFiles;
import parley.model.collection.Secret;
import parley.workspace.DotFiles;
import parley.workspace.Lookup;
import parley.workspace.Places;

/**
 * Makes a conversation of what a line said, and keeps its secrets in the collection's {@code .env}.
 */
record FromLine(Pasted pasted, Path file, Shell shell) {

  ExitCode make() {
    try {
      return write();
    } catch (IOException e) {
      return refuse(new Misuse("a file cannot be written: " + e.getMessage(), "a free place"));
    }
  }

  private ExitCode refuse(Misuse misuse) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode write() throws IOException {
    var whole = file.toAbsolutePath().normalize();
    var folder = whole.resolveSibling("");
    var root = CollectionFiles.rootOf(whole);
    var secrets = new Secrets(known(root));
    var text = ConversationText.of(pasted, secrets, new TlsPaths(root, folder));
    if (new Made().add(file, text).write() instanceof Lookup.Failed<List<Path>>(var refusal)) {
      return refuse(Misuse.of(refusal));
    }
    shell.say(Places.shown(file) + "\n");
    keep(new DotFiles(root), secrets.added());
    pasted.lost.forEach(one -> shell.complain("* not carried over: " + one + "\n"));
    shell.say("Try: parley run " + Places.shown(file) + "\n");
    return ExitCode.OK;
  }

  private static Map<String, String> known(Path root) throws IOException {
    if (!Files.exists(root.resolve(".env"))) {
      return Map.of();
    }
    var known = new LinkedHashMap<String, String>();
    for (Secret one : CollectionFiles.secretsOf(root)) {
      known.put(one.name(), one.value());
    }
    return known;
  }

  private void keep(DotFiles files, Map<String, String> secrets) throws IOException {
    if (secrets.isEmpty()) {
      return;
    }
    files.addSecrets(secrets);
    shell.say(
        Places.shown(files.env()) + "  (secrets: " + String.join(", ", secrets.keySet()) + ")\n");
    if (files.ignoreSecrets()) {
      shell.say(Places.shown(files.gitignore()) + "  (keeps .env out of git)\n");
    }
  }
}
