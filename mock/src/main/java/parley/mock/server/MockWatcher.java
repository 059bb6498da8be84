package parley.mock.server;

import parley.transport.listen.UpgradeRequest;

/** Sees what happens in a mock, on the mock's thread. */
public interface MockWatcher {

  /** Sees nothing. */
  MockWatcher NONE = (_, _) -> ClientWatcher.NONE;

  /**
   * A client asks to be let in.
   *
   * @param number of the client, from 1
   * @return sees what happens with it
   */
  ClientWatcher asked(long number, UpgradeRequest request);
}
