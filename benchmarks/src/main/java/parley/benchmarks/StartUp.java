package parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Times whole processes, one after the other in turns, so that what else the machine does falls on
 * all alike: {@code StartUp ROUNDS}. Reads commands from stdin, one a line: a name, a tab, what the
 * process must print, a tab, and its words separated by spaces. Prints milliseconds, and the median
 * of each by that of every other.
 */
final class StartUp {

  private static final int WARM_UPS = 3;

  private final String name;
  private final String expected;
  private final List<String> command;
  private final List<Double> millis = new ArrayList<>();

  private StartUp(String line) {
    var parts = line.split("\t", -1);
    name = parts[0];
    expected = parts[1];
    command = Arrays.asList(parts[2].strip().split(" +", -1));
  }

  static void main(String... arguments) throws IOException, InterruptedException {
    var all = read();
    int rounds = Integer.parseInt(arguments[0]);
    for (int i = -WARM_UPS; i < rounds; i++) {
      for (var each : all) {
        each.run(i >= 0);
      }
    }
    print(all);
  }

  private static List<StartUp> read() throws IOException {
    return new String(System.in.readAllBytes(), UTF_8).lines().map(StartUp::new).toList();
  }

  private void run(boolean counts) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    var start = System.nanoTime();
    var process = builder.start();
    process.getOutputStream().close();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    var exitCode = process.waitFor();
    var nanos = System.nanoTime() - start;
    if (exitCode != 0 || !printed.strip().startsWith(expected)) {
      throw new IllegalStateException(command + " ended with " + exitCode + ": " + printed);
    }
    if (counts) {
      millis.add(nanos / 1e6);
    }
  }

  private double median() {
    var sorted = millis.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static void print(List<StartUp> all) {
    System.out.printf("ms, %d rounds", all.getFirst().millis.size());
    System.out.println("           min  median     max");
    all.forEach(StartUp::print);
    System.out.println("\nmedian of the row by that of the column");
    System.out.print(" ".repeat(20));
    all.forEach(column -> System.out.printf(" %17s", column.name));
    System.out.println();
    all.forEach(row -> row.printRatios(all));
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%-20s %7.0f %7.0f %7.0f%n",
        name,
        Collections.min(millis),
        median(),
        Collections.max(millis));
  }

  private void printRatios(List<StartUp> all) {
    System.out.printf("%-20s", name);
    all.forEach(column -> System.out.printf(Locale.ROOT, " %17.2f", median() / column.median()));
    System.out.println();
  }
}
