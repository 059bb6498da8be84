package parley.cli.shell;

/** Which Parley this is. */
public final class Version {

  public static final String NUMBER = "0.1.0";

  /** What {@code --version} prints. */
  public static final String LINE = "parley " + NUMBER + "\n";

  private Version() {}
}
