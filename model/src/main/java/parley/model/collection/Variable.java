package parley.model.collection;

/** A name and its value, which may be a list or an object. */
public record Variable(String name, Json value) {}
