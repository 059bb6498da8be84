package parley.cli.trust;

import parley.cli.shell.Shell;
import parley.workspace.script.ScriptPermission;
import parley.workspace.script.Trust;

/** Where this user's permissions are kept. */
public final class Permission {

  private Permission() {}

  /**
   * What the user has allowed.
   *
   * @param everything whether all scripts are allowed this once
   */
  public static ScriptPermission of(Shell shell, boolean everything) {
    return new ScriptPermission(trust(shell), everything);
  }

  static Trust trust(Shell shell) {
    return new Trust(shell.stateFolder().resolve("trust"));
  }
}
