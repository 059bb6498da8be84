/**
 * What happened, as text for people and for programs: {@link parley.report.TranscriptText} for the
 * terminal, {@link parley.report.JsonLines} for programs. Pure functions from entries to text.
 *
 * <pre>
 *            +--> TranscriptText --> lines for a terminal  (Palette, Visible, FrameText, Advice)
 * Entry -----+
 *            +--> JsonLines      --> one JSON object a line (JsonText)
 * </pre>
 */
package parley.report;
