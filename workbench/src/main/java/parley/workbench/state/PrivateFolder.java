package parley.workbench.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only its owner may read: what people type and delete may hold secrets. */
public final class PrivateFolder {

  private PrivateFolder() {}

  /** Makes it, or keeps others out of the one that is there, where the file system can say so. */
  public static void make(Path folder) {
    try {
      Files.createDirectories(folder);
      var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException unwritable) {
      // Who writes there says so; what was never written needs no guard.
    }
  }
}
