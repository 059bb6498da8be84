package parley.files.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that is not saved has the problems that it would have on disk. */
final class UnsavedTextTest {

  @TempDir private Path root;
  private CollectionFiles files;

  @BeforeEach
  void read() throws IOException {
    write("parley.yaml", "url: wss://a.example\n");
    write("a.ws.yaml", "name: a\n");
    write("sub/b.ws.yaml", "steps: [ { send: hi } ]\n");
    files = CollectionFiles.read(root);
  }

  @Test
  void theSameProblemsAsFromDisk() throws IOException {
    sameAsOnDisk("a.ws.yaml", "nam: a\nsteps: [ { send: there } ]\n");
    sameAsOnDisk("a.ws.yaml", "steps:\n  - send: { text: a\n");
    sameAsOnDisk("a.ws.yaml", "\uFEFF\tname: a");
    sameAsOnDisk("parley.yaml", "name: no url\nsettings: { ping: 5s }\n");
    sameAsOnDisk("sub/b.ws.yaml", "messages: [ { name: hi, file: none.bin } ]\n");
    sameAsOnDisk("new.ws.yaml", "steps: [ { wait: long } ]\n");
    sameAsOnDisk("environments/new.yaml", "url: [ 1 ]\n");
  }

  @Test
  void nothingIsWritten() throws IOException {
    var changed = files.with(root.resolve("a.ws.yaml"), "name: b\n");
    assertThat(changed.conversation(root.resolve("a.ws.yaml")).orElseThrow().name()).isEqualTo("b");
    assertThat(files.conversation(root.resolve("a.ws.yaml")).orElseThrow().name()).isEqualTo("a");
    assertThat(root.resolve("a.ws.yaml")).hasContent("name: a\n");
  }

  private void sameAsOnDisk(String name, String text) throws IOException {
    var file = root.resolve(name);
    var unsaved = files.with(file, text).problems();
    var before = Files.exists(file) ? Files.readString(file) : null;
    write(name, text);
    assertThat(unsaved).isNotEmpty().isEqualTo(CollectionFiles.read(root).problems());
    if (before == null) {
      Files.delete(file);
    } else {
      Files.writeString(file, before);
    }
  }

  private void write(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
