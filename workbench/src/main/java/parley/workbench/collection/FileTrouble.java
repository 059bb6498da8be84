package parley.workbench.collection;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;

/** What people are told when the disk does not do what was asked of it. */
public final class FileTrouble {

  private static final String ROOM = "Make room on the disk and try again; nothing was lost.";

  private FileTrouble() {}

  /**
   * Refuses.
   *
   * @param what was not done, as a clause: {@code 'a.ws.yaml' cannot be written}
   */
  public static Answer answer(String what, IOException why) {
    var reason = reason(why);
    if (isFull(reason)) {
      return Answer.refuse(Code.FULL, what + ": the disk is full.", ROOM);
    }
    return switch (why) {
      case NoSuchFileException _ ->
          Answer.refuse(
              Code.MISSING, what + ": it is not there any more.", "Look for it in the tree.");
      case FileAlreadyExistsException _, DirectoryNotEmptyException _ ->
          Answer.refuse(Code.CONFLICT, what + ": the name is taken.", "Take another name.");
      case AccessDeniedException _ -> forbidden(what);
      default -> other(what, reason);
    };
  }

  /** Refuses what a file system that is only read does not take. */
  public static Answer answer(String what, ReadOnlyFileSystemException why) {
    return forbidden(what);
  }

  private static Answer forbidden(String what) {
    return Answer.refuse(
        Code.REFUSED,
        what + ": you may not write there.",
        "Change the rights of the folder, or take another one.");
  }

  private static Answer other(String what, String reason) {
    var small = reason.toLowerCase(Locale.ROOT);
    if (small.contains("read-only")) {
      return forbidden(what);
    }
    return small.contains("name too long")
        ? Answer.refuse(Code.INVALID, what + ": the name is too long.", "Take a shorter name.")
        : Answer.refuse(Code.REFUSED, what + ": " + reason);
  }

  private static boolean isFull(String reason) {
    var small = reason.toLowerCase(Locale.ROOT);
    return small.contains("no space left")
        || small.contains("quota exceeded")
        || small.contains("not enough space");
  }

  /** What the operating system says, without the path where that can be told apart. */
  private static String reason(IOException why) {
    var said =
        why instanceof FileSystemException about
            ? Optional.ofNullable(about.getReason())
            : Optional.<String>empty();
    return said.or(() -> Optional.ofNullable(why.getMessage()))
        .orElseGet(() -> why.getClass().getSimpleName());
  }
}
