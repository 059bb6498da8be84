/**
 * Frames as they are on the wire (RFC 6455, 5): sixteen opcodes, any bit, any length, and nothing
 * judged. {@link parley.protocol.frame.FrameReader} cuts bytes into {@link
 * parley.protocol.frame.FrameView}s and chunks, {@link parley.protocol.frame.FrameHeader} writes
 * them.
 *
 * <pre>
 *   bytes --FrameReader--> header, chunks --Masking--> payload --Utf8Validator--> text?
 * </pre>
 */
package parley.protocol.frame;
