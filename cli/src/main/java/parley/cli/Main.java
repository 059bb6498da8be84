package parley.cli;

/** The program's entry. */
final class Main {

  private Main() {}

  static void main(String... args) {
    System.out.println("parley 0.1.0");
  }
}
