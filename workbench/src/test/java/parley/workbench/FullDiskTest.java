package parley.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.workbench.collection.Opened;
import parley.workbench.collection.SecretCalls;
import parley.workbench.collection.SmallDisk;
import parley.workbench.file.FileCalls;
import parley.workbench.state.PageState;
import parley.workbench.tree.TreeCalls;

/** A disk that takes no more: every call that writes says so, and leaves all as it was. */
final class FullDiskTest {

  private static final String BIG = "x".repeat(20_000);

  private static final String NEW =
      "{'folder':'','name':'fresh','text':'docs: " + BIG + "','kind':'";

  private static final String EDITS =
      "{'path':'a.ws.yaml','version':'VERSION','edits':[{'op':'put','at':['docs'],'value':'D'}]}";

  @TempDir Path top;
  private SmallDisk disk;
  private Opened opened;

  @BeforeEach
  void open() throws IOException {
    disk = SmallDisk.at(top.resolve("root"));
    opened =
        new Opened(
            top,
            "parley.yaml",
            "name: Shop # ours\n",
            "a.ws.yaml",
            "url: ws://h # here\n",
            "sub/b.ws.yaml",
            "url: ws://h\n");
    new FileCalls(opened.folder(), (_, _) -> Optional.empty()).addTo(opened.calls);
    new TreeCalls(opened.folder(), opened.pages, opened.state().resolve("trash"))
        .addTo(opened.calls);
    new SecretCalls(opened.folder()).addTo(opened.calls);
    PageState.read(top.resolve("root/page.json"), opened.pages).addTo(opened.calls);
  }

  @AfterEach
  void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  private String version() {
    var file = opened.call("file.open", "{'path':'a.ws.yaml'}");
    return file.replaceFirst(".*'version':'(\\w+)'.*", "$1");
  }

  /** All that writes, each with what its refusal names. */
  private Map<String, String> writing() {
    var version = version();
    return Map.of(
        "file.edit " + EDITS.replace("VERSION", version),
        "'a.ws.yaml' cannot be written",
        "file.write {'path':'a.ws.yaml','version':'" + version + "','text':'" + BIG + "'}",
        "'a.ws.yaml' cannot be written",
        "tree.create " + NEW + "conversation'}",
        "'fresh.ws.yaml' cannot be made",
        "tree.create " + NEW + "collection'}",
        "'fresh' cannot be made",
        "tree.create " + NEW + "folder'}",
        "'fresh' cannot be made",
        "tree.rename {'path':'a.ws.yaml','name':'Other name'}",
        "'a.ws.yaml' cannot be renamed",
        "tree.duplicate {'path':'a.ws.yaml'}",
        "'a.ws.yaml' cannot be copied",
        "secret.put {'collection':'','environment':null,'name':'A','value':'b'}",
        "'.env' cannot be written",
        "state.put {'key':'draft','value':'typed'}",
        "cannot be kept in");
  }

  private void allAreRefused(String code, String why) throws IOException {
    var before = files();
    for (var one : new TreeMap<>(writing()).entrySet()) {
      var call = one.getKey().split(" ", 2);
      assertThat(opened.call(call[0], call[1]))
          .as(call[0] + " " + call[1].substring(0, Math.min(90, call[1].length())))
          .startsWith(code + ": ")
          .contains(one.getValue(), why);
      assertThat(files()).as(call[0]).isEqualTo(before);
    }
  }

  /** Every file and folder, with what it holds. */
  private Map<String, String> files() throws IOException {
    var all = new TreeMap<String, String>();
    try (var paths = Files.walk(opened.root())) {
      for (var path : (Iterable<Path>) paths::iterator) {
        var name = opened.root().relativize(path).toString();
        var isText = Files.isRegularFile(path) && !name.equals(".filling");
        all.put(name, isText ? Files.readString(path) : "");
      }
    }
    return all;
  }

  @Test
  void onAFullDiskAllStaysAsItWasAndTheNextTrySucceeds() throws IOException {
    disk.fill();
    allAreRefused("full", "the disk is full");
    disk.empty();
    var typed = "file.write {'path':'a.ws.yaml','version':'" + version() + "','text':'name: A'}";
    for (var call : List.of(typed, "state.put {'key':'k','value':'v'}")) {
      var parts = call.split(" ", 2);
      assertThat(opened.call(parts[0], parts[1])).startsWith("{");
    }
    assertThat(opened.text("a.ws.yaml")).isEqualTo("name: A");
    assertThat(opened.text("page.json")).contains("typed", "\"k\":\"v\"");
  }

  @Test
  void aReadOnlyDiskIsToldApart() throws IOException {
    disk.readOnly(true);
    allAreRefused("refused", "you may not write there");
    disk.readOnly(false);
    assertThat(opened.call("tree.rename", "{'path':'a.ws.yaml','name':'Other name'}"))
        .isEqualTo("{'path':'Other-name.ws.yaml'}");
  }
}
