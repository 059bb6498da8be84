/**
 * The interpreter: a {@link parley.engine.session.Session} goes through a plan as {@link
 * parley.engine.session.Event}s come in, and says what is to be done as {@link
 * parley.engine.session.Actions}. By hand, as a test, under load and as a mock it is the same one.
 *
 * <pre>
 *  transport, clock, person --Event--> Session --Actions--> transport, files, hub
 *                                         |
 *                                         +------Report---> whoever watches
 * </pre>
 */
package parley.engine.session;
