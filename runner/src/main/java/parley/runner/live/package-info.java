/**
 * One session over the network: a {@link parley.runner.live.LiveSession} joins the engine's session
 * with transport's connections, on the connector's thread, and keeps the transcript.
 */
package parley.runner.live;
