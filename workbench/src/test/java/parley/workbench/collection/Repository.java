package parley.workbench.collection;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder under git, by the command itself. */
public final class Repository {

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /** Whether there is a git here. */
  public static boolean isThere() {
    try {
      return run(Path.of("."), List.of("git", "--version")) == 0;
    } catch (IOException none) {
      return false;
    }
  }

  /** Makes one, on the branch {@code main}. */
  public static Repository in(Path root) throws IOException {
    var repository = new Repository(root);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  /** All that is there, as it is. */
  public void commit(String message) throws IOException {
    git("add", "-A");
    git("-c", "user.name=Me", "-c", "user.email=me@here.example", "commit", "-q", "-m", message);
  }

  public void git(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    if (run(root, command) != 0) {
      throw new IOException("git failed at " + command);
    }
  }

  private static int run(Path folder, List<String> command) throws IOException {
    var git =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD);
    git.environment().put("GIT_CONFIG_GLOBAL", "");
    git.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    try {
      return git.start().waitFor();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", ended);
    }
  }
}
