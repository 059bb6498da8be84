package parley.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.Run;

/** The scripts in the shells that they are for. */
@Timeout(60)
class CompletionTest {

  /** What is typed, and all that a shell then offers. */
  private static final Map<String, List<String>> OFFERED =
      Map.ofEntries(
          Map.entry("parley ru", List.of("run")),
          Map.entry("parley run --re", List.of("--record", "--report", "--retry")),
          Map.entry("parley run --report j", List.of("json", "junit")),
          Map.entry("parley run -e l", List.of("live", "local")),
          Map.entry("parley check --env live", List.of("live")),
          Map.entry("parley wss://a.example --cacert ca.p", List.of("ca.pem")),
          Map.entry("parley --color a", List.of("always", "auto")),
          Map.entry("parley --tls-max 1", List.of("1.2", "1.3")),
          Map.entry("parley run c", List.of("chat room.ws.yaml")),
          Map.entry("parley new c", List.of("collection", "conversation")),
          Map.entry("parley new mock c", List.of("ca.mock.yaml", "chat room.ws.yaml")),
          Map.entry("parley mock c", List.of("ca.mock.yaml")),
          Map.entry("parley ui or", List.of("orders")),
          Map.entry("parley trust or", List.of("orders")),
          Map.entry("parley ui --state or", List.of("orders")),
          Map.entry("parley help t", List.of("trust")),
          Map.entry("parley completion z", List.of("zsh")),
          Map.entry("parley run --var c", List.of()),
          Map.entry("parley demo c", List.of()));

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("environments"));
    Files.createDirectories(folder.resolve("orders"));
    for (var name :
        List.of(
            "chat room.ws.yaml",
            "ca.mock.yaml",
            "ca.pem",
            "environments/local.yaml",
            "environments/live.yaml")) {
      Files.createFile(folder.resolve(name));
    }
  }

  private Path script(String shell) throws IOException {
    return Files.writeString(
        folder.resolve(".completion." + shell), Run.of("completion", shell).text());
  }

  @Test
  void bashOffersWhatMayStandThere() throws Exception {
    require("bash");
    var lines =
        OFFERED.keySet().stream().map(line -> "t " + line + "\n").collect(Collectors.joining())
            + "t parley run --report = h\n";
    var out =
        run(
            "bash",
            """
            source %s
            t() {
              COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _parley
              for one in "${COMPREPLY[@]}"; do echo "$*|$one"; done
            }
            """
                    .formatted(script("bash"))
                + lines);
    for (var each : OFFERED.entrySet()) {
      assertThat(offered(out, each.getKey() + "|"))
          .as(each.getKey())
          .containsExactlyInAnyOrderElementsOf(each.getValue());
    }
    assertThat(out).contains("parley run --report = h|html");
  }

  @Test
  void fishOffersWhatMayStandThere() throws Exception {
    require("fish");
    var lines =
        OFFERED.keySet().stream()
            .map(line ->
                "for one in (complete -C '%s'); echo '%s|'$one; end\n".formatted(line, line))
            .collect(Collectors.joining());
    var out = run("fish", "source %s\n".formatted(script("fish")) + lines);
    for (var each : OFFERED.entrySet()) {
      assertThat(offered(out, each.getKey() + "|"))
          .as(each.getKey())
          .containsExactlyInAnyOrderElementsOf(each.getValue());
    }
  }

  /** What is typed is completed as far as there is one way, on a terminal of its own. */
  @Test
  void zshCompletesWhatIsTyped() throws Exception {
    require("zsh");
    var typed =
        OFFERED.entrySet().stream()
            .filter(each -> each.getValue().size() == 1)
            .map(each -> "zpty -w z '%s'$'\\t'\n".formatted(each.getKey()))
            .collect(Collectors.joining());
    var out =
        run(
            "zsh",
            """
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z "PS1=''; autoload -U compinit; compinit -u -D; source %s"
            zpty -w z 'parley() { print -r -- "GOT[parley $*]" }'
            %szpty -w z 'print -r -- E''ND'
            zpty -r z out '*END*'
            print -r -- $out
            """
                .formatted(script("zsh"), typed));
    for (var each : OFFERED.entrySet()) {
      if (each.getValue().size() == 1) {
        var whole = each.getKey().substring(0, each.getKey().lastIndexOf(' ') + 1);
        assertThat(out).contains("GOT[" + whole + each.getValue().getFirst() + "]");
      }
    }
  }

  private static List<String> offered(String out, String line) {
    return out.lines()
        .filter(one -> one.startsWith(line))
        .map(one -> one.substring(line.length()).split("\t", 2)[0])
        .map(one -> one.endsWith("/") ? one.substring(0, one.length() - 1) : one)
        .toList();
  }

  private static void require(String program) {
    if (Files.isExecutable(Path.of("/usr/bin", program))
        || Files.isExecutable(Path.of("/bin", program))) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      fail(program + " is not installed; CI=true requires it");
    }
    abort(program + " is not installed: apt install " + program);
  }

  private String run(String shell, String script) throws Exception {
    var file = Files.writeString(folder.resolve(".test." + shell), script);
    var builder = new ProcessBuilder(shell, file.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TERM", "dumb");
    var process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
