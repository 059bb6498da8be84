package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/**
 * Runs the {@code console} blocks of the documents as they stand, in a real shell and with real
 * processes, against an echo server in place of the one on port 9001. In the expected output {@code
 * …} stands for anything within a line, and alone on a line for any lines.
 */
@DisabledOnOs(OS.WINDOWS)
class DocumentTest {

  private static final Path DOCUMENTS = Path.of("..", "docs");
  private static final long LIMIT_SECONDS = 60;

  @TempDir Path folder;

  /**
   * The begin of a block with a file that later commands use, such as {@code ```yaml a.ws.yaml}.
   */
  private static final Pattern FILE = Pattern.compile("```\\w+ (\\S+\\.\\S+)");

  /** A command and what it is said to print. */
  private record Example(String document, String command, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatTheDocumentSays() throws Exception {
    var server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
    prepare();
    var examples = new ArrayList<Example>();
    for (var name :
        List.of(
            "../README.md",
            "guide.md",
            "testing.md",
            "snapshots.md",
            "terminal.md",
            "json-lines.md",
            "files.md",
            "network.md",
            "workbench.md")) {
      examples.addAll(examplesOf(name));
      writeFilesOf(name, server.url().port());
    }
    assertThat(examples).hasSizeGreaterThan(30);
    return examples.stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.document() + ": " + example.command(),
                () -> check(example, server.url().port())))
        .onClose(server::close);
  }

  private void prepare() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "Dear server,\n\nhow are you?\n");
    Files.writeString(folder.resolve("headers.txt"), "X-Trace: 1\nX-Empty;\n");
    Files.writeString(
        folder.resolve("cookies.txt"),
        "localhost\tFALSE\t/\tFALSE\t0\ttoken\tabc\nother.example\tFALSE\t/\tFALSE\t0\tno\tno\n");
    var script = folder.resolve("parley");
    Files.writeString(script, "#!/bin/sh\nexec " + program() + " \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  /** A hundred starts share what the first one has loaded, which takes a third of their time. */
  private String program() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var options =
        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
            + " --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=error:stderr";
    var start = "'%s' %s -cp '%s'".formatted(java, options, jars());
    var archive = folder.resolve("parley.aot");
    var first = start + " -XX:AOTCacheOutput=" + archive + " parley.cli.Main demo";
    var process =
        new ProcessBuilder("sh", "-c", first)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return start + " -XX:AOTCache=" + archive + " parley.cli.Main";
  }

  /** The class path of the program, all in jars: classes in folders cannot be archived. */
  private String jars() throws IOException {
    var all = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var path = Path.of(entry);
      if (!Files.isDirectory(path)) {
        all.add(entry);
      } else if (!path.endsWith("test-classes")) {
        all.add(jar(path, folder.resolve("lib" + all.size() + ".jar")).toString());
      }
    }
    return String.join(File.pathSeparator, all);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
      return jar;
    }
  }

  private void writeFilesOf(String name, int port) throws IOException {
    var lines = Files.readAllLines(DOCUMENTS.resolve(name));
    for (var i = 0; i < lines.size(); i++) {
      var file = FILE.matcher(lines.get(i));
      if (file.matches()) {
        var end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        var text = String.join("\n", lines.subList(i + 1, end)) + "\n";
        var target = folder.resolve(file.group(1));
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, text.replace("9001", Integer.toString(port)));
      }
    }
  }

  private static List<Example> examplesOf(String name) throws IOException {
    var examples = new ArrayList<Example>();
    var inBlock = false;
    for (var line : Files.readAllLines(DOCUMENTS.resolve(name))) {
      if (line.startsWith("```")) {
        inBlock = line.equals("```console");
      } else if (inBlock && line.startsWith("$ ")) {
        examples.add(new Example(name, line.substring(2), new ArrayList<>()));
      } else if (inBlock) {
        examples.getLast().expected().add(line);
      }
    }
    return examples;
  }

  private void check(Example example, int port) throws Exception {
    var output = folder.resolve("output");
    var command = example.command().replace("9001", Integer.toString(port));
    var shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    shell.environment().put("TZ", "UTC");
    shell.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    if (command.startsWith("parley ui")) {
      checkService(example, shell.redirectOutput(Redirect.PIPE));
      return;
    }
    var process = shell.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as(example.command()).isTrue();
    var printed = Files.readString(output).replace(Integer.toString(port), "9001");
    assertThat(printed.stripTrailing()).as(example.command()).matches(pattern(example.expected()));
  }

  /** What runs until it is interrupted says what the document shows, and is ended. */
  private static void checkService(Example example, ProcessBuilder shell) throws Exception {
    var process = shell.start();
    var expected = example.expected().stream().filter(line -> !line.isBlank()).toList();
    try (var out = process.inputReader()) {
      for (var line : expected) {
        assertThat(out.readLine()).as(example.command()).matches(lineRegex(line));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as(example.command()).isTrue();
  }

  private static Pattern pattern(List<String> expected) {
    var lines = new ArrayList<>(expected);
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    var regex = new StringBuilder();
    for (var line : lines) {
      regex.append(line.equals("…") ? "(?:.*\n)*?" : lineRegex(line) + " *\n");
    }
    return Pattern.compile(regex.toString().replaceAll("\n$", ""));
  }

  private static String lineRegex(String line) {
    return Pattern.quote(line.stripTrailing()).replace("…", "\\E.*\\Q");
  }
}
