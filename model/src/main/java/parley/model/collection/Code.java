package parley.model.collection;

/** JavaScript that a file holds or names. It has no templates: a script asks for variables. */
public sealed interface Code {

  /** The text of the code, or the path to its file. */
  Source source();

  /** It stands in place. */
  record InPlace(Source source) implements Code {}

  /** It stands in a file of its own. */
  record InFile(Source source) implements Code {}
}
