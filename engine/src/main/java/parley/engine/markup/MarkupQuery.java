package parley.engine.markup;

/** A question to a marked-up text: immutable, used by any thread. */
public sealed interface MarkupQuery permits XPathQuery, CssQuery {

  /** What reading a question came to. */
  sealed interface Reading {

    record Read(MarkupQuery query) implements Reading {}

    /** Why there is none; a sentence behind its text. */
    record Wrong(String why) implements Reading {}
  }

  /** The values it finds: texts of elements and attributes, or one number or truth. */
  Found find(String text);
}
