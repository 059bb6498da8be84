package parley.engine.plan;

/** A variable's slot, its name and the value it is given. */
public record Assignment(int slot, String name, JsonPlan value) {}
