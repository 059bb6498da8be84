package parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArchitectureTest {

  private static final String FIXTURES = "parley.architecture.fixture";

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("parley/architecture/"))
          .importPackages("parley");

  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

  @TestFactory
  Stream<DynamicTest> theProgramKeepsTheRules() {
    return new Rules("parley")
        .all().stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
  }

  @Test
  void theRulesSeeEveryModule() {
    assertThat(PROGRAM)
        .extracting(type -> type.getPackageName().replaceFirst("parley\\.(\\w+).*", "$1"))
        .contains("protocol", "model", "files", "transport", "cli");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          should be free of cycles                                      | Slice model
          should be free of cycles                                      | Slice protocol.close
          Every module stands in the table of who may use whom          | gossip.Rumour
          model uses only [protocol]                                    | value.Value
          Only transport sees io.netty                                  | server.NettyServer
          Only cli sees org.jline                                       | server.NettyServer
          Only files sees org.snakeyaml                                 | server.NettyServer
          Only cli touches the terminal, the environment and the exit   | System.out
          Only cli touches the terminal, the environment and the exit   | System.getenv
          Only cli touches the terminal, the environment and the exit   | printStackTrace
          Only cli touches the terminal, the environment and the exit   | System.exit
          protocol uses only java.base                                  | java.util.logging.Logger
          protocol touches no socket, thread, clock or file             | java.net.InetSocketAddress
          protocol touches no socket, thread, clock or file             | java.nio.channels.SocketChannel
          protocol touches no socket, thread, clock or file             | java.nio.file.Path
          protocol touches no socket, thread, clock or file             | java.io.File
          protocol touches no socket, thread, clock or file             | java.lang.Thread
          protocol touches no socket, thread, clock or file             | java.time.Clock
          protocol touches no socket, thread, clock or file             | java.util.concurrent.Executor
          protocol touches no socket, thread, clock or file             | System.nanoTime
          protocol touches no socket, thread, clock or file             | System.currentTimeMillis
          protocol touches no socket, thread, clock or file             | Instant.now
          Packages say what is inside                                   | util.Strings
          Classes say what they are                                     | ServerImpl
          """)
  void aRuleSeesWhatBreaksIt(String rule, String culprit) {
    var reports =
        new Rules(FIXTURES)
            .all().stream().filter(one -> one.getDescription().endsWith(rule)).map(this::report);
    assertThat(reports).anySatisfy(report -> assertThat(report).contains(culprit));
  }

  @Test
  void everyRuleButThoseOfUntouchedModulesIsBrokenByAFixture() {
    var unbroken =
        new Rules(FIXTURES)
            .all().stream()
                .filter(rule -> !rule.evaluate(BROKEN).hasViolation())
                .map(ArchRule::getDescription);
    assertThat(unbroken)
        .containsExactly(
            "cli uses only [engine, files, mock, model, protocol, report, runner, transport,"
                + " workbench, workspace]",
            "engine uses only [model, protocol]",
            "fake uses only [engine, model]",
            "files uses only [model, protocol]",
            "junit uses only [engine, files, mock, model, protocol, report, runner, transport,"
                + " workspace]",
            "mock uses only [engine, fake, model, protocol, transport]",
            "protocol uses only []",
            "report uses only [model, protocol]",
            "runner uses only [engine, fake, model, protocol, transport]",
            "script uses only [engine, model, protocol]",
            "store uses only [model, protocol]",
            "transport uses only [model, protocol]",
            "workbench uses only [engine, fake, files, mock, model, protocol, report, runner,"
                + " store, transport, workspace]",
            "workspace uses only [engine, files, mock, model, protocol, runner, transport]",
            "Only fake sees net.datafaker",
            "Only script sees org.graalvm",
            "Only store sees org.sqlite");
  }

  private String report(ArchRule rule) {
    return rule.evaluate(BROKEN).getFailureReport().toString();
  }
}
