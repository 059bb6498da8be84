package parley.workbench.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import parley.workbench.call.Answer;

final class FileTroubleTest {

  @Test
  void eachTroubleHasItsCodeAndOneSentence() {
    assertThat(said(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("FULL 'a' cannot be written: the disk is full.");
    assertThat(said(new IOException("Disk quota exceeded")))
        .isEqualTo("FULL 'a' cannot be written: the disk is full.");
    assertThat(said(new NoSuchFileException("/a")))
        .isEqualTo("MISSING 'a' cannot be written: it is not there any more.");
    assertThat(said(new FileAlreadyExistsException("/a")))
        .isEqualTo("CONFLICT 'a' cannot be written: the name is taken.");
    assertThat(said(new AccessDeniedException("/a")))
        .isEqualTo("REFUSED 'a' cannot be written: you may not write there.");
    assertThat(said(new FileSystemException("/a", null, "Read-only file system")))
        .isEqualTo("REFUSED 'a' cannot be written: you may not write there.");
    assertThat(said(new FileSystemException("/a", null, "File name too long")))
        .isEqualTo("INVALID 'a' cannot be written: the name is too long.");
    assertThat(said(new IOException("strange")))
        .isEqualTo("REFUSED 'a' cannot be written: strange");
    assertThat(said(new IOException())).isEqualTo("REFUSED 'a' cannot be written: IOException");
  }

  private static String said(IOException why) {
    return FileTrouble.answer("'a' cannot be written", why) instanceof Answer.Refusal refusal
        ? refusal.code().name() + " " + refusal.text()
        : "";
  }
}
