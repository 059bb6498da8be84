package parley.model.outcome;

import parley.model.transcript.Entry;

/**
 * A transcript's entry with its number, which grows over all connections of a session.
 *
 * @param number from 1; outcomes name messages by it
 * @param connection the connection's name, empty for the main one
 */
public record Numbered(long number, String connection, Entry entry) {}
