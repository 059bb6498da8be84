/**
 * Live conversations: each goes on in the server, whoever looks.
 *
 * <pre>
 *   key --TalkFiles--> TalkFile --Talk--> HandSession
 *                                  |          | entries, reports
 *   call "talk.*" --TalkCalls------+      TalkWatcher --> TalkLog (the history), Board, StepResults
 *                                  |                        |
 *   page <--event "talk"-- TalkJson <-----------------------+
 * </pre>
 */
package parley.workbench.talk;
