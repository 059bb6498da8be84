package parley.store.row;

import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Opcode;

/**
 * Why a message was never written.
 *
 * @param opcodeOrNull the one that it would have had
 * @param why a clause
 */
public record Loss(@Nullable Opcode opcodeOrNull, String why) {}
