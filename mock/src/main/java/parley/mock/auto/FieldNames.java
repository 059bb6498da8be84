package parley.mock.auto;

import java.util.Locale;
import java.util.Set;

/** What the names of fields say of messages, whatever is between their words. */
final class FieldNames {

  private static final Set<String> TELLING =
      Set.of(
          "type",
          "op",
          "operation",
          "event",
          "action",
          "method",
          "kind",
          "cmd",
          "command",
          "messagetype",
          "msgtype",
          "eventtype");

  private static final Set<String> CORRELATING =
      Set.of(
          "id",
          "requestid",
          "reqid",
          "correlationid",
          "messageid",
          "msgid",
          "transactionid",
          "txid",
          "callid",
          "invocationid",
          "ref");

  private FieldNames() {}

  /** Whether such a field tells what kind of message it is. */
  static boolean isTelling(String name) {
    return TELLING.contains(plain(name));
  }

  /** Whether such a field tells which request is answered. */
  static boolean isCorrelating(String name) {
    return CORRELATING.contains(plain(name));
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
