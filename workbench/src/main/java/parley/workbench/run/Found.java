package parley.workbench.run;

import java.util.List;
import parley.runner.test.TestCase;
import parley.workspace.Workspace;

/**
 * What there is to run.
 *
 * @param broken conversations that cannot be
 */
record Found(List<Test> tests, List<CaseResult> broken) {

  Found {
    tests = List.copyOf(tests);
    broken = List.copyOf(broken);
  }

  /** A conversation and where it belongs. */
  record Test(Workspace workspace, TestCase test) {}
}
