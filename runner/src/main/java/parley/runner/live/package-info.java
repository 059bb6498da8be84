/**
 * One session over the network: a {@link parley.runner.live.LiveSession} joins the engine's session
 * with transport's connections, all on the connector's thread, and keeps the transcript.
 *
 * <pre>
 *                        +------ SessionDriver ------+
 *   begin, cancel -----> |  inbox --Event--> Session |
 *   Line (a connection)--|>                     |    |--Report--> SessionWatcher
 *   WakeTimer, FileLoader|>   <-----Actions-----+    |                 ^
 *                        +---------------------------+                 |
 *   Line --Recorder--> Transcript --Numbered entries-------------------+
 * </pre>
 */
package parley.runner.live;
