package parley.benchmarks;

/** The least that a JVM can do, as the floor of every start. */
final class BareJvm {

  private BareJvm() {}

  static void main(String... arguments) {
    System.out.println("hi");
  }
}
