/**
 * From what an observer sees to {@link parley.model.transcript.Entry} values: a {@link
 * parley.transport.record.Recorder} for each connection, a {@link
 * parley.transport.record.TranscriptClock} for each transcript.
 *
 * <pre>
 *   ConnectionObserver callbacks --Recorder--> Entry with its Moment
 *                                   |
 *        SentMessages: which frames carried which message, CloseBody: what our Close frame said
 * </pre>
 */
package parley.transport.record;
