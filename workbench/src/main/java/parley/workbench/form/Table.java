package parley.workbench.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.files.yaml.Pointer;
import parley.workbench.call.BadCall;

/** The tables of a form. */
public enum Table {
  PARAMS,
  HEADERS,
  COOKIES,
  PATH,
  VARIABLES;

  /** As the page calls it. */
  public static Table of(String name) {
    return find(name).orElseThrow(() -> new BadCall("no table: " + name));
  }

  private static Optional<Table> find(String name) {
    return Arrays.stream(values()).filter(one -> one.key().equals(name)).findFirst();
  }

  /** The key of the file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Pointer at() {
    return Pointer.of(key());
  }

  /** Whether names are told apart as those of headers are, without case. */
  boolean hasFields() {
    return this != VARIABLES;
  }
}
