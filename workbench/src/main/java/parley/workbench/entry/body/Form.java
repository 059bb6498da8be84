package parley.workbench.entry.body;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a payload is shown, see {@code BodyForm}. */
public enum Form {
  /** Laid out as its language is. */
  PRETTY,
  /** As it is. */
  TEXT,
  /** As it is, with what cannot be seen written out. */
  VISIBLE,
  HEX,
  BASE64,
  /** Unpacked, when it is gzip, base64, MessagePack... */
  DECODED;

  /** As the page knows it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that word. */
  public static Optional<Form> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
  }
}
