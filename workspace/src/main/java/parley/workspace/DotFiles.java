package parley.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import parley.files.collection.DotEnvText;
import parley.files.collection.FileSnapshot;
import parley.files.collection.WholeFile;
import parley.protocol.frame.Bytes;

/** The files {@code .env}, {@code .env.NAME} and {@code .gitignore} of a collection. */
public record DotFiles(Path root) {

  /** What keeps secrets out of git. */
  public static final String IGNORED = ".env\n.env.*\n";

  /** The secrets of the collection. */
  public Path env() {
    return root.resolve(".env");
  }

  /** What git leaves out. */
  public Path gitignore() {
    return root.resolve(".gitignore");
  }

  /** Adds a line for each secret, in a file that only its owner reads. */
  public void addSecrets(Map<String, String> secrets) throws IOException {
    var text = new StringBuilder();
    secrets.forEach((name, value) ->
        text.append(name).append('=').append(DotEnvText.quoted(value)).append('\n'));
    if (Files.exists(env())) {
      append(env(), text.toString());
    } else {
      WholeFile.createPrivate(env(), Bytes.utf8(text.toString()));
    }
  }

  /**
   * Gives a secret a value in one of the files, which is made when it is not there and then left
   * out by git.
   *
   * @param secrets {@link #env} or the file of an environment
   */
  public void put(Path secrets, String name, String value) throws IOException {
    if (Files.exists(secrets)) {
      change(secrets, text -> DotEnvText.put(text, name, value));
      return;
    }
    var _ = ignoreSecrets();
    WholeFile.createPrivate(secrets, Bytes.utf8(DotEnvText.put("", name, value)));
  }

  /** Takes a secret out of one of the files. */
  public void remove(Path secrets, String name) throws IOException {
    change(secrets, text -> DotEnvText.remove(text, name));
  }

  /** Has git leave out the secrets; says whether a line had to be added for that. */
  public boolean ignoreSecrets() throws IOException {
    var lines = Files.exists(gitignore()) ? Files.readAllLines(gitignore()) : List.<String>of();
    if (lines.stream().map(String::strip).anyMatch(List.of(".env", ".env*", "/.env")::contains)) {
      return false;
    }
    if (Files.exists(gitignore())) {
      append(gitignore(), IGNORED);
    } else {
      WholeFile.create(gitignore(), Bytes.utf8(IGNORED));
    }
    return true;
  }

  private static void append(Path file, String text) throws IOException {
    change(file, now -> now + (now.isEmpty() || now.endsWith("\n") ? "" : "\n") + text);
  }

  private static void change(Path file, UnaryOperator<String> change) throws IOException {
    var snapshot = FileSnapshot.read(file);
    var changed = Bytes.utf8(change.apply(snapshot.content().toText()));
    switch (snapshot.save(changed)) {
      case FileSnapshot.Outcome.Saved _, FileSnapshot.Outcome.Unchanged _ -> {}
      case FileSnapshot.Outcome.ChangedMeanwhile _, FileSnapshot.Outcome.RemovedMeanwhile _ ->
          throw new IOException(file + " was changed by somebody else meanwhile");
    }
  }
}
