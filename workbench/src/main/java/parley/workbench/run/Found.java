package parley.workbench.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.runner.test.TestCase;
import parley.workbench.call.Answer;
import parley.workspace.Workspace;

/**
 * What there is to run.
 *
 * @param broken conversations that cannot be
 * @param refusedOrNull why nothing is run: scripts that nobody has allowed
 */
record Found(List<Test> tests, List<CaseResult> broken, @Nullable Answer refusedOrNull) {

  Found {
    tests = List.copyOf(tests);
    broken = List.copyOf(broken);
  }

  /** A conversation and where it belongs. */
  record Test(Workspace workspace, TestCase test) {}
}
