/**
 * Accepting connections. A {@link parley.transport.listen.Listener} asks its owner about each
 * {@link parley.transport.listen.UpgradeRequest}; the {@link parley.transport.listen.UpgradeAnswer}
 * opens a connection or refuses it, in any way that HTTP can say. A listener may also serve pages
 * and downloads: {@link parley.transport.listen.PageAnswer}.
 *
 * <pre>
 *   ListenSpec -> Listener --UpgradeRequest--> owner --UpgradeAnswer--> Connection + its observer
 *                                                                   \-> a refusal, then the end
 *              \-----PageRequest-----> owner --PageAnswer-----> its body, as fast as it is taken
 * </pre>
 */
package parley.transport.listen;
