package parley.junit;

/**
 * A conversation could not be carried out, so that it says nothing of the other side: no
 * connection, a file that has problems or is not there. No assertion failed.
 */
public final class BrokenConversation extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokenConversation(String message) {
    super(message);
  }
}
