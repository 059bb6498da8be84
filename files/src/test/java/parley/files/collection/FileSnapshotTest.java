package parley.files.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.files.collection.FileSnapshot.Outcome;
import parley.protocol.frame.Bytes;

final class FileSnapshotTest {

  @TempDir Path folder;

  @Test
  void aSaveReplacesTheFileAndKeepsItsPermissions() throws IOException {
    var file = file("a: b\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    var outcome = FileSnapshot.read(file).save(Bytes.utf8("a: c\n"));
    assertThat(outcome).isInstanceOf(Outcome.Saved.class);
    assertThat(file).hasContent("a: c\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void anUnchangedSaveDoesNotTouchTheFile() throws IOException {
    var file = file("a: b\n");
    var before = Files.getAttribute(file, "unix:ino");
    assertThat(FileSnapshot.read(file).save(Bytes.utf8("a: b\n")))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
  }

  @Test
  void aChangeBySomebodyElseIsNoticedAndKept() throws IOException {
    var file = file("a: b\n");
    var snapshot = FileSnapshot.read(file);
    Files.writeString(file, "a: theirs\n");
    assertThat(snapshot.save(Bytes.utf8("a: mine\n")))
        .isEqualTo(new Outcome.ChangedMeanwhile(FileSnapshot.read(file)));
    assertThat(file).hasContent("a: theirs\n");
  }

  @Test
  void aRemovedFileIsNotMadeAgain() throws IOException {
    var file = file("a: b\n");
    var snapshot = FileSnapshot.read(file);
    Files.delete(file);
    assertThat(snapshot.save(Bytes.utf8("a: c\n"))).isEqualTo(new Outcome.RemovedMeanwhile());
    assertThat(file).doesNotExist();
  }

  @Test
  void aSecondSaveGoesOnFromTheFirst() throws IOException {
    var saved = (Outcome.Saved) FileSnapshot.read(file("a\n")).save(Bytes.utf8("b\n"));
    assertThat(saved.now().save(Bytes.utf8("c\n"))).isInstanceOf(Outcome.Saved.class);
  }

  @Test
  void aLinkStaysALink() throws IOException {
    var file = file("a: b\n");
    var link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    FileSnapshot.read(link).save(Bytes.utf8("a: c\n"));
    assertThat(link).isSymbolicLink().hasContent("a: c\n");
    assertThat(file).hasContent("a: c\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.yaml"), text);
  }
}
