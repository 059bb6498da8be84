package parley.cli;

/**
 * What the AOT cache of {@code ./parley} is made from: loads and runs what a start needs, then
 * ends.
 */
final class Rehearsal {

  private Rehearsal() {}

  static void main(String... args) {
    Main.main("--version");
  }
}
