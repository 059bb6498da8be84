package parley.model.collection;

/** A message with a name, sent by hand or named by steps. */
public record SavedMessage(String name, String docs, Message message) {}
