package parley.model.collection;

/** Which messages of the inbox a receive step takes or looks at. */
public sealed interface Take {

  /** The oldest ones that match, taken. */
  record Next(int count) implements Take {}

  /** The newest ones, looked at. */
  record Last(int count) implements Take {}

  /** All of them, looked at. */
  record All() implements Take {}

  /** All since the step with that id began, looked at. */
  record Since(String id) implements Take {}
}
