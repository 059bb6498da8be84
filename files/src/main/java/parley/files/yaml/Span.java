package parley.files.yaml;

import parley.model.collection.Position;

/**
 * The stretch of the text that a node takes.
 *
 * @param at where it begins, for people
 * @param start index of its first character in the text
 * @param end index after its last character
 */
public record Span(Position at, int start, int end) {}
