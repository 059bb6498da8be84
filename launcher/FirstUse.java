import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Builds the program for {@code ./parley}: {@code java FirstUse.java FOLDER}.
 *
 * <pre>
 *   mvnw -Drun --> cli/target/run/lib --> target/app/DIGEST.new/lib
 *                                                  | rehearsal
 *                                         target/app/DIGEST.new/parley.aot
 *                                                  | one move
 *                                         target/app/DIGEST
 *                                                  | one move
 *                                         target/app/launch, launch.cmd
 * </pre>
 *
 * The launchers believe the launch file alone, so a build that fails or is killed leaves what was
 * there before. The launch file bears the time at which its build began: a commit checked out
 * meanwhile is newer. The digest is that of the sources: a commit that changes none costs no build.
 * A lock that the operating system drops with its holder makes later starts wait for the first.
 */
final class FirstUse {

  /**
   * Short runs decide: the collector that starts fastest, no shared counters file. Netty frees its
   * buffers through Unsafe where it may; else it links C functions at each start, which costs more
   * than all else it does.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /**
   * The profiles of methods would make the cache slower to open, by more than a short run gains. A
   * JDK that knows no such option makes a cache with them.
   */
  private static final List<String> REHEARSAL_OPTIONS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining");

  /**
   * The C1 compiler alone spares a short run a tenth of its time, and costs a server: with all
   * compilers it echoes three to five times the messages.
   */
  private static final String COMPILERS = "-XX:TieredStopAtLevel=";

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (\\S+) \\S+ +\\[(\\d+)/(\\d+)]");

  /** What of a module goes into a build: Java, the page, and the program that bundles it. */
  private static final List<String> SOURCES = List.of("src/main", "src/web", "build");

  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final Path home;
  private final Path app;
  private final Path log;
  private final FileTime began = FileTime.from(Instant.now());
  private final String occasion;

  private FirstUse(Path home) {
    this.home = home;
    this.app = home.resolve("target", "app");
    this.log = app.resolve("build.log");
    this.occasion = Files.exists(app.resolve("launch")) ? "after a change" : "first use only";
  }

  static void main(String... args) throws IOException, InterruptedException {
    System.exit(new FirstUse(Path.of(args[0]).toRealPath()).run() ? 0 : 70);
  }

  private boolean run() throws IOException, InterruptedException {
    var before = launchTime();
    try {
      Files.createDirectories(app);
    } catch (IOException e) {
      say(
          "Parley is not built yet, and this user may not write to "
              + app
              + ": start it once as one who may.");
      return false;
    }
    try (var channel = FileChannel.open(app.resolve("lock"), CREATE, WRITE)) {
      var lock = channel.tryLock();
      if (lock == null) {
        say("Waiting for another start, which builds Parley");
        channel.lock();
      }
      return !launchTime().equals(before) || build();
    }
  }

  /** When the build in use began; the epoch where there is none. */
  private FileTime launchTime() throws IOException {
    var launch = app.resolve(WINDOWS ? "launch.cmd" : "launch");
    return Files.exists(launch) ? Files.getLastModifiedTime(launch) : FileTime.fromMillis(0);
  }

  private boolean build() throws IOException, InterruptedException {
    var id = digest();
    var folder = app.resolve(id);
    if (!Files.exists(folder)) {
      if (!compile()) {
        Files.copy(log, System.err);
        say("Parley could not be built. The lines above are also in " + log);
        return false;
      }
      var draft = app.resolve(id + ".new");
      remove(draft);
      copyJars(Files.createDirectories(draft.resolve("lib")));
      rehearse(draft);
      Files.move(draft, folder, ATOMIC_MOVE);
    }
    publish("launch", shell(id));
    publish("launch.cmd", batch(id));
    removeAllBut(id);
    return true;
  }

  /** Names all that goes into a build: poms, main sources, examples, this file, and the JDK. */
  private String digest() throws IOException {
    var sum = sha256();
    sum.update((java() + System.getProperty("java.runtime.version")).getBytes(UTF_8));
    sum.update((byte) (wantsScripts() ? 1 : 0));
    sum.update(Files.readAllBytes(home.resolve("launcher", "FirstUse.java")));
    sum.update(Files.readAllBytes(home.resolve("pom.xml")));
    for (var pom : poms()) {
      sum.update(Files.readAllBytes(pom));
      for (var folder : SOURCES) {
        add(filesBelow(pom.resolveSibling(folder)), sum);
      }
    }
    add(filesBelow(home.resolve("examples")), sum);
    return HexFormat.of().formatHex(sum.digest(), 0, 8);
  }

  private void add(List<Path> files, MessageDigest sum) throws IOException {
    for (var file : files) {
      sum.update(home.relativize(file).toString().getBytes(UTF_8));
      sum.update(Files.readAllBytes(file));
    }
  }

  private List<Path> poms() throws IOException {
    try (var folders = Files.list(home)) {
      return folders
          .map(folder -> folder.resolve("pom.xml"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether somebody has allowed scripts: the launcher leaves a file then. */
  private boolean wantsScripts() {
    return Files.exists(app.resolve("scripts"));
  }

  private boolean compile() throws IOException, InterruptedException {
    var wrapper = home.resolve(WINDOWS ? "mvnw.cmd" : "mvnw").toString();
    var command = new ArrayList<>(List.of(wrapper, "-B", "-Drun", "-pl", "cli", "-am", "package"));
    if (wantsScripts()) {
      command.add("-Dscripts");
    }
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var maven = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
    maven.getOutputStream().close();
    try (var lines = maven.inputReader();
        var out = Files.newBufferedWriter(log)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.newLine();
        show(line);
      }
    }
    return maven.waitFor() == 0;
  }

  private void show(String line) {
    var module = MODULE.matcher(line);
    if (line.startsWith("mvnw: ")) {
      building(line.substring("mvnw: ".length()));
    } else if (module.lookingAt() && !module.group(2).equals("1")) {
      // The first is the parent.
      int number = Integer.parseInt(module.group(2)) - 1;
      int count = Integer.parseInt(module.group(3)) - 1;
      building("%s (%d of %d)".formatted(module.group(1), number, count));
    }
  }

  private void copyJars(Path lib) throws IOException {
    for (var jar : jarsIn(home.resolve("cli", "target", "run", "lib"))) {
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
  }

  /**
   * In the order of the class path: Parley's own first, since most classes that a start loads are
   * there.
   */
  private static List<Path> jarsIn(Path lib) throws IOException {
    try (var files = Files.list(lib)) {
      return files
          .sorted(
              comparing((Path jar) -> !jar.getFileName().toString().startsWith("parley-"))
                  .thenComparing(naturalOrder()))
          .toList();
    }
  }

  /** Leaves an AOT cache (JEP 514) of what a short run loads; without one Parley starts slower. */
  private void rehearse(Path folder) throws IOException, InterruptedException {
    building("start-up cache");
    var cache = folder.resolve("parley.aot");
    var command = new ArrayList<String>();
    command.add(java().toString());
    command.addAll(OPTIONS);
    command.addAll(REHEARSAL_OPTIONS);
    command.add(COMPILERS + 1);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add("-cp");
    command.add(
        jarsIn(folder.resolve("lib")).stream()
            .map(Path::toString)
            .collect(joining(File.pathSeparator)));
    command.add("parley.cli.Rehearsal");
    var rehearsal =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    rehearsal.getOutputStream().close();
    if (!rehearsal.waitFor(2, TimeUnit.MINUTES)) {
      rehearsal.destroyForcibly().waitFor();
    } else if (rehearsal.exitValue() == 0 && Files.exists(cache)) {
      return;
    }
    Files.deleteIfExists(cache);
    say("It could not be made, so Parley starts slower; " + log + " says why");
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
  }

  private String shell(String id) throws IOException {
    return """
    java='%s'
    start() {
      app=$home/target/app/%s
      case ${1-} in
        echo | ui) compilers=4 ;;
        *) compilers=1 ;;
      esac
      exec "$java" %s%s %s$compilers -cp "%s" ${PARLEY_JAVA_OPTS:-} parley.cli.Main "$@"
    }
    """
        .formatted(
            java().toString().replace("'", "'\\''"),
            id,
            rehearsed(id) ? "\"-XX:AOTCache=$app/parley.aot\" " : "",
            String.join(" ", OPTIONS),
            COMPILERS,
            classPath(id, "$app/lib/", ":"));
  }

  private String batch(String id) throws IOException {
    return """
    set "PARLEY_JAVA=%s"
    set "PARLEY_BUILT=%s"
    set PARLEY_OPTIONS=%s%s %s%%COMPILERS%% -cp "%s"
    """
        .formatted(
            java(),
            commit(),
            rehearsed(id) ? "\"-XX:AOTCache=%~dp0" + id + "\\parley.aot\" " : "",
            String.join(" ", OPTIONS),
            COMPILERS,
            classPath(id, "%~dp0" + id + "\\lib\\", ";"))
        .replace("\n", "\r\n");
  }

  private boolean rehearsed(String id) {
    return Files.exists(app.resolve(id, "parley.aot"));
  }

  private String classPath(String id, String folder, String separator) throws IOException {
    return jarsIn(app.resolve(id, "lib")).stream()
        .map(jar -> folder + jar.getFileName())
        .collect(joining(separator));
  }

  /** What a batch file can read without starting git; empty outside of a plain clone. */
  private String commit() throws IOException {
    var head = home.resolve(".git", "HEAD");
    if (!Files.isRegularFile(head)) {
      return "";
    }
    var text = Files.readString(head).strip();
    var ref = home.resolve(".git", text.replaceFirst("^ref: ", ""));
    return Files.isRegularFile(ref) ? Files.readString(ref).strip() : text;
  }

  private void publish(String name, String text) throws IOException {
    var draft = Files.writeString(app.resolve(name + ".new"), text);
    Files.setLastModifiedTime(draft, began);
    Files.move(draft, app.resolve(name), ATOMIC_MOVE);
  }

  /** Drops earlier builds. Windows keeps one that still runs; the next build tries again. */
  private void removeAllBut(String id) throws IOException {
    try (var folders = Files.list(app)) {
      folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith(id))
          .forEach(FirstUse::remove);
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files.sorted(reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void building(String what) {
    say("Building Parley, " + occasion + ": " + what);
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
