package parley.model.collection;

/** A line of a {@code .env} file. Its value is never printed. */
public record Secret(String name, String value, Position at) {

  @Override
  public String toString() {
    return "Secret[name=" + name + ", at=" + at + "]";
  }
}
