package parley.files.shape;

/** What may be written in the place of a scalar, for completion. */
public sealed interface Offer {

  /** One of some words. */
  record Word(String text) implements Offer {}

  /**
   * A name that something else has.
   *
   * @param before what stands before the name, {@code "since "}
   */
  record Name(Named what, String before) implements Offer {}

  /** The scalar is the name of something. */
  record Naming(Named what) implements Offer {}

  /**
   * A path to a file.
   *
   * @param ending of the files that are most probably meant, or nothing
   */
  record File(String ending) implements Offer {}

  /** What names stand for. */
  enum Named {
    MESSAGE,
    STEP,
    CONNECTION,
    VARIABLE
  }

  /** A name. */
  static Offer of(Named what) {
    return new Name(what, "");
  }
}
