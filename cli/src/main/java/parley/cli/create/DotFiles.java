package parley.cli.create;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import parley.files.collection.FileSnapshot;
import parley.protocol.frame.Bytes;

/** Adds lines to {@code .env} and {@code .gitignore} of a collection; no line of theirs changes. */
record DotFiles(Path root) {

  /** What keeps secrets out of git. */
  static final String IGNORED = ".env\n.env.*\n";

  Path env() {
    return root.resolve(".env");
  }

  Path gitignore() {
    return root.resolve(".gitignore");
  }

  /** One line for each secret, in a file that only its owner reads. */
  void addSecrets(Map<String, String> secrets) throws IOException {
    var text = new StringBuilder();
    secrets.forEach(
        (name, value) -> text.append(name).append('=').append(quoted(value)).append('\n'));
    if (!Files.exists(env())) {
      Files.writeString(env(), "", StandardOpenOption.CREATE_NEW);
      var view = Files.getFileAttributeView(env(), PosixFileAttributeView.class);
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString("rw-------"));
      }
    }
    append(env(), text.toString());
  }

  /** Whether a line had to be added. */
  boolean ignoreSecrets() throws IOException {
    var lines = Files.exists(gitignore()) ? Files.readAllLines(gitignore()) : List.<String>of();
    if (lines.stream().map(String::strip).anyMatch(List.of(".env", ".env*", "/.env")::contains)) {
      return false;
    }
    if (!Files.exists(gitignore())) {
      Files.writeString(gitignore(), "", StandardOpenOption.CREATE_NEW);
    }
    append(gitignore(), IGNORED);
    return true;
  }

  private static void append(Path file, String text) throws IOException {
    var snapshot = FileSnapshot.read(file);
    var now = snapshot.content().toText();
    var end = now.isEmpty() || now.endsWith("\n") ? "" : "\n";
    if (!(snapshot.save(Bytes.utf8(now + end + text)) instanceof FileSnapshot.Outcome.Saved)) {
      throw new IOException(file + " was changed by somebody else meanwhile");
    }
  }

  /** Single quotes take everything but themselves and line ends. */
  private static String quoted(String value) {
    if (value.matches("[A-Za-z0-9_./:@%+=,-]*")) {
      return value;
    }
    if (value.indexOf('\'') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return "'" + value + "'";
    }
    var escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return "\"" + escaped + "\"";
  }
}
