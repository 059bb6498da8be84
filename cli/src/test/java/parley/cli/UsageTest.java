package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.cli.shell.ExitCode;

class UsageTest {

  @Test
  void helpIsComplete() {
    Golden.check("help.txt", Run.of("--help").out());
    Golden.check("help-connect.txt", Run.of("help", "connect").out());
    Golden.check("help-check.txt", Run.of("help", "check").out());
    Golden.check("help-mock.txt", Run.of("help", "mock").out());
    Golden.check("help-fmt.txt", Run.of("help", "fmt").out());
    Golden.check("help-new.txt", Run.of("help", "new").out());
    Golden.check("help-echo.txt", Run.of("echo", "--help").out());
    Golden.check("help-ui.txt", Run.of("help", "ui").out());
    Golden.check("help-run.txt", Run.of("help", "run").out());
    Golden.check("help-watch.txt", Run.of("help", "watch").out());
    Golden.check("help-demo.txt", Run.of("help", "demo").out());
    Golden.check("help-completion.txt", Run.of("help", "completion").out());
    Golden.check("help-man.txt", Run.of("help", "man").out());
  }

  @ParameterizedTest
  @CsvSource({
    "connect,--help",
    "check,-h",
    "fmt,-h",
    "new,-h",
    "run,-h",
    "demo,--help",
    "echo,-h",
    "ui,-h"
  })
  void everyCommandHasHelp(String command, String option) {
    assertThat(Run.of(command, option).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(Run.of("--version")).isEqualTo(new Run(ExitCode.OK, "parley 0.1.0\n", ""));
    assertThat(Run.of("ws://x", "-V").out()).isEqualTo("parley 0.1.0\n");
  }

  @Test
  void everyMistakeHasItsMessage() {
    var out = new StringBuilder();
    for (var line :
        new String[] {
          "",
          "connect",
          "conect ws://localhost",
          "help ehco",
          "ws://localhost/#top",
          "ftp://localhost",
          "ws://",
          "ws://localhost:99999",
          "--timout 3 ws://localhost",
          "--timeout soon ws://localhost",
          "--count 0 ws://localhost",
          "--expect ( ws://localhost",
          "-H nonsense ws://localhost",
          "-H @no-such-file ws://localhost",
          "-u anna ws://localhost",
          "-b no-such-file ws://localhost",
          "--oauth2-token-url auth.example ws://localhost",
          "--oauth2-token-url https://auth.example ws://localhost",
          "--oauth2-token-url https://auth.example --aws-sigv4 aws:amz:r:s ws://localhost",
          "--oauth2-scope a ws://localhost",
          "--oauth2-param audience ws://localhost",
          "--oauth2-send query ws://localhost",
          "--oauth2-bearer= ws://localhost",
          "--aws-sigv4 aws:amz:eu-west-1 ws://localhost",
          "--aws-sigv4 aws:amz:eu-west-1:execute-api ws://localhost",
          "--aws-presign ws://localhost",
          "--aws-sigv4 aws:amz:r:s src/test/resources/hand/echo.ws.yaml",
          "--resolve localhost:80 ws://localhost",
          "--resolve localhost:80:here ws://localhost",
          "--resolve localhost:0:127.0.0.1 ws://localhost",
          "--resolve -localhost ws://localhost",
          "--unix-socket= ws://localhost",
          "--interface= ws://localhost",
          "--keepalive-time 500ms ws://localhost",
          "--keepalive-time 10h ws://localhost",
          "unix:app.sock:/chat",
          "ws+unix:",
          "--compress=window ws://localhost",
          "--compress=client_max_window_bits=7 ws://localhost",
          "--subprotocol a,,b ws://localhost",
          "--fragment 0 ws://localhost",
          "--max-message huge ws://localhost",
          "--close-code 70000 ws://localhost",
          "--separator \\q ws://localhost",
          "--color blue ws://localhost",
          "--key client.key ws://localhost",
          "--hex -d 0g ws://localhost",
          "-d @no-such-file ws://localhost",
          "--quiet=yes ws://localhost",
          "ws://localhost hello",
          "ws://localhost -d",
          "no-such.ws.yaml",
          "src/test/resources/collections/shop",
          "src/test/resources/collections/shop/shop.mock.yaml",
          "src/test/resources/collections/shop/environments/local.yaml",
          "src/test/resources/collections/shop/parley.yaml",
          "src/test/resources/collections/shop/data/users.csv",
          "--env nowhere src/test/resources/collections/shop/orders/subscribe.ws.yaml",
          "-k src/test/resources/hand/echo.ws.yaml",
          "--resolve a:1:127.0.0.1 src/test/resources/hand/echo.ws.yaml",
          "--interface lo src/test/resources/hand/echo.ws.yaml",
          "--connection annn src/test/resources/hand/echo.ws.yaml",
          "--env local ws://localhost",
          "check no-such-file",
          "check --env nowhere src/test/resources/collections/shop",
          "check src/test/resources/collections/shop/data/users.csv",
          "check --var 1=2",
          "fmt --chek",
          "fmt no-such-folder",
          "new",
          "new colection shop",
          "new folder",
          "new mock a ws://localhost",
          "new conversation target/a ftp://localhost",
          "new conversation target/a --from telnet",
          "new conversation target/a --from curl",
          "echo --port 70000",
          "echo --close-after soon",
          "echo --host not_a_host.invalid",
          "demo now",
          "completion",
          "completion bsh",
          "man 1",
          "ui no-such-folder",
          "ui pom.xml",
          "ui --port x",
          "ui --host nowhere.invalid src",
          "ui --no-opne",
          "run no-such-folder",
          "run pom.xml",
          "run src/main/java",
          "run --env nowhere src/test/resources/run/shop",
          "run --jobs 0",
          "run --tag ,",
          "run --seed soon",
          "run --var room",
          "run --report pdf=report.pdf",
          "run --report junit=",
          "run --report json=a --report html=a",
          "run --report junit=src/test"
        }) {
      var run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));
      assertThat(run.code()).as(line).isEqualTo(ExitCode.USAGE);
      assertThat(run.out()).isEmpty();
      out.append("$ parley ").append(line).append('\n').append(run.err()).append('\n');
    }
    Golden.check("misuse.txt", out.toString());
  }
}
