package parley.cli.talk;

import java.util.List;
import parley.cli.input.Separator;
import parley.protocol.frame.Bytes;

/** Something to send, in the order of the command line. */
public sealed interface InputItem {

  /** One message that is there already. */
  record Given(Bytes payload) implements InputItem {}

  /** The messages of standard input up to its end. */
  record StandardInput(Separator separator) implements InputItem {}

  /** Whether standard input is to be read. */
  static boolean needInput(List<InputItem> items) {
    for (var item : items) {
      if (item instanceof StandardInput) {
        return true;
      }
    }
    return false;
  }
}
