package parley.cli.check;

import java.util.List;
import parley.workspace.Selection;
import parley.workspace.Workspace;

/**
 * What is looked at of one collection.
 *
 * @param workspaces the collection in each environment to look at it in, at least one
 */
record Place(Selection selection, List<Workspace> workspaces) {

  Place {
    workspaces = List.copyOf(workspaces);
  }
}
