package parley.model.outcome;

import parley.model.value.Value;

/** A variable that a step set, and its value. */
public record Extracted(String name, Value value) {}
