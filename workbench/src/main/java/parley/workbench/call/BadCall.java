package parley.workbench.call;

/** The page called in a way that it must not: a fault of the page, or no page of ours. */
public final class BadCall extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String text;

  public BadCall(String text) {
    super(text);
    this.text = text;
  }

  /** What is wrong with it. */
  public String text() {
    return text;
  }
}
