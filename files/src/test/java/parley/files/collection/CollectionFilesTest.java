package parley.files.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.model.collection.Auth;
import parley.model.collection.Conversation;
import parley.model.collection.Field;
import parley.model.collection.Folder;
import parley.model.collection.Secret;
import parley.model.collection.Source;

final class CollectionFilesTest {

  @TempDir Path folder;

  @Test
  void oneLineIsAConversation() throws IOException {
    var file = write("echo.ws.yaml", "url: wss://a.example\n");
    var conversation = conversation(file);
    assertThat(conversation.name()).isEqualTo("echo");
    assertThat(conversation.main().url()).map(Source::text).contains("wss://a.example");
    assertThat(conversation.main().settings().connectTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void theNearerLayerWinsKeyByKey() throws IOException {
    write(
        "parley.yaml",
        "url: wss://a.example\nsettings: { connect-timeout: 5s, max-message: 1MB }\n");
    write("orders/folder.yaml", "settings: { connect-timeout: 6s }\n");
    var file = write("orders/deep/a.ws.yaml", "settings: { max-message: 2MB }\n");
    var settings = conversation(file).main().settings();
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(6));
    assertThat(settings.maxMessage()).hasToString("2MB");
    assertThat(explained(file, "settings.connect-timeout"))
        .endsWith("= 6s  (" + folder.resolve("orders/folder.yaml") + ":1:13)");
    assertThat(explained(file, "settings.close-timeout")).endsWith("= 5s  (default)");
  }

  @Test
  void headersAreReplacedByNameWithoutCaseAndRepeatsStay() throws IOException {
    write("parley.yaml", "url: wss://a.example\nheaders: { X-A: above, X-B: above }\n");
    var file =
        write("a.ws.yaml", "headers: [ { name: x-a, value: one }, { name: X-A, value: two } ]\n");
    assertThat(conversation(file).main().headers())
        .extracting(header -> header.name() + "=" + header.value())
        .containsExactly("X-B=above", "x-a=one", "X-A=two");
  }

  @Test
  void aSwitchedOffHeaderIsKnownAndNotSent() throws IOException {
    var file =
        write(
            "a.ws.yaml",
            "url: wss://a.example\nheaders: { X-A: { value: \"1\", enabled: false } }\n");
    assertThat(conversation(file).main().headers())
        .extracting(Field::enabled)
        .containsExactly(false);
  }

  @Test
  void anEnvironmentStandsBetweenFolderAndConversation() throws IOException {
    write("parley.yaml", "variables: { a: collection, b: collection, c: collection }\n");
    write("environments/local.yaml", "url: ws://local\nvariables: { b: local, c: local }\n");
    var file = write("a.ws.yaml", "variables: { c: own }\n");
    var files = read();
    var local = files.collection().environment("local").orElseThrow();
    var conversation = files.conversation(file, local).orElseThrow();
    assertThat(files.problems()).isEmpty();
    assertThat(conversation.main().url()).map(Source::text).contains("ws://local");
    assertThat(files.explain(file, local))
        .filteredOn(one -> one.key().startsWith("variables."))
        .extracting(Explanation::value)
        .containsExactly("collection", "local", "own");
  }

  @Test
  void inheritKeepsTheAuthAbove() throws IOException {
    write("parley.yaml", "url: wss://a.example\nauth: { bearer: secret }\n");
    var inheriting = write("a.ws.yaml", "auth: inherit\n");
    var silent = write("b.ws.yaml", "docs: nothing said\n");
    var none = write("c.ws.yaml", "auth: none\n");
    assertThat(conversation(inheriting).main().auth()).isInstanceOf(Auth.Bearer.class);
    assertThat(conversation(silent).main().auth()).isInstanceOf(Auth.Bearer.class);
    assertThat(conversation(none).main().auth()).isEqualTo(new Auth.None());
    assertThat(explained(inheriting, "auth.bearer")).contains("(hidden)").doesNotContain("secret");
  }

  @Test
  void inheritWithNothingAboveIsNone() throws IOException {
    var file = write("a.ws.yaml", "url: wss://a.example\nauth: inherit\n");
    assertThat(conversation(file).main().auth()).isEqualTo(new Auth.None());
  }

  @Test
  void aFurtherConnectionHasAllThatItDoesNotOverride() throws IOException {
    var file =
        write(
            "a.ws.yaml",
            """
            url: wss://a.example
            params: { user: ann, room: main }
            connections: { bob: { params: { user: bob } } }
            """);
    var bob = conversation(file).connections().getFirst().keys();
    assertThat(bob.url()).map(Source::text).contains("wss://a.example");
    assertThat(bob.params())
        .extracting(one -> one.name() + "=" + one.value())
        .containsExactly("room=main", "user=bob");
  }

  @Test
  void ownRulesStandBeforeInheritedOnes() throws IOException {
    write("parley.yaml", "url: wss://a.example\non-message: [ { steps: [] } ]\n");
    var file = write("a.ws.yaml", "on-message: [ { where: $.a == 1, steps: [] } ]\n");
    assertThat(conversation(file).onMessage())
        .extracting(rule -> rule.at().file().getFileName().toString())
        .containsExactly("a.ws.yaml", "parley.yaml");
  }

  @Test
  void foldersNestInTheOrderOfTheirNames() throws IOException {
    write("parley.yaml", "name: Shop\nurl: wss://a.example\n");
    write("b/two.ws.yaml", "docs: a\n");
    write("a/x/one.ws.yaml", "docs: a\n");
    write("empty/readme.md", "nothing\n");
    var top = read().collection().top();
    assertThat(top.name()).isEqualTo("Shop");
    assertThat(top.folders()).extracting(Folder::name).containsExactly("a", "b");
    assertThat(top.allConversations()).extracting(Conversation::name).containsExactly("one", "two");
  }

  @Test
  void theRootIsTheNearestFolderWithACollectionFile() throws IOException {
    write("parley.yaml", "name: a\n");
    var file = write("a/b/c.ws.yaml", "url: wss://a.example\n");
    assertThat(CollectionFiles.rootOf(file)).isEqualTo(folder);
    assertThat(CollectionFiles.rootOf(folder)).isEqualTo(folder);
  }

  @Test
  void secretsOfTheEnvironmentWinAndAreNotPrinted() throws IOException {
    write(".env", "TOKEN=one # comment\nexport OTHER='a # b'\n");
    write(".env.staging", "TOKEN=\"two\\n\"\n");
    write("environments/staging.yaml", "variables: {}\n");
    var files = read();
    var secrets = files.secrets(files.collection().environment("staging").orElseThrow());
    assertThat(secrets).extracting(Secret::value).containsExactly("two\n", "a # b");
    assertThat(secrets.toString()).doesNotContain("two");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void aWrongLineOfSecretsIsAProblemWithoutTheSecret() throws IOException {
    write(".env", "TOKEN hunter2\nB=\"open\n");
    var files = read();
    files.secrets();
    assertThat(files.problems())
        .hasSize(2)
        .extracting(Problem::toString)
        .noneMatch(text -> text.contains("hunter2"));
  }

  @Test
  void anotherFilesStepsNeedNoUrl() throws IOException {
    write("login.ws.yaml", "steps: [ wait: 1s ]\n");
    write("a.ws.yaml", "url: wss://a.example\nsteps: [ use: login.ws.yaml ]\n");
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void aLinkOutOfTheCollectionIsNotRead(@TempDir Path outside) throws IOException {
    var secret =
        Files.writeString(outside.resolve("secret.ws.yaml"), "url: wss://secret.example\n");
    Files.createSymbolicLink(folder.resolve("link.ws.yaml"), secret);
    write("a.ws.yaml", "url: wss://a.example\nmessages: [ { name: a, file: up/b.bin } ]\n");
    Files.writeString(outside.resolve("b.bin"), "b");
    Files.createSymbolicLink(folder.resolve("up"), outside);
    assertThat(read().problems())
        .extracting(Problem::found)
        .containsExactly(
            "a link that leaves the collection: `up/b.bin`", "a link that leaves the collection");
    assertThat(read().collection().top().conversations()).hasSize(1);
  }

  @Test
  void aFileWithTheOtherEndingIsMentioned() throws IOException {
    write("a.ws.yml", "url: wss://a.example\n");
    assertThat(read().problems()).extracting(Problem::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void linksInACircleAreLeftAlone() throws IOException {
    write("a.ws.yaml", "url: wss://a.example\n");
    Files.createSymbolicLink(folder.resolve("round"), folder);
    assertThat(read().collection().top().allConversations()).hasSize(1);
  }

  @Test
  void anAllowedFolderMayBeNamed(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("ca.pem"), "x");
    write("a.ws.yaml", "url: wss://a.example\ntls: { ca: " + outside.resolve("ca.pem") + " }\n");
    assertThat(read().problems()).hasSize(1);
    var confinement = new Confinement(folder, List.of(outside));
    assertThat(CollectionFiles.read(folder, confinement).problems()).isEmpty();
  }

  @Test
  void pathsWithTemplatesAreConfinedWhenTheyAreFilledIn() throws IOException {
    var file = write("a.ws.yaml", "url: wss://a.example\n");
    var confinement = Confinement.of(folder);
    assertThat(confinement.resolve(file, "b/../c.bin"))
        .isInstanceOf(Confinement.Resolution.Inside.class);
    assertThat(confinement.resolve(file, "../c.bin"))
        .isInstanceOf(Confinement.Resolution.Refused.class);
    assertThat(confinement.resolve(file, "a\0b"))
        .isInstanceOf(Confinement.Resolution.Refused.class);
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private CollectionFiles read() throws IOException {
    return CollectionFiles.read(folder);
  }

  private Conversation conversation(Path file) throws IOException {
    return read().conversation(file).orElseThrow();
  }

  private String explained(Path file, String key) throws IOException {
    return read().explain(file).stream()
        .filter(one -> one.key().equals(key))
        .map(Explanation::toString)
        .findFirst()
        .orElseThrow();
  }
}
