package parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times whole commands and all processes that they start, in turns, so that what else the machine
 * does falls on all alike: {@code WholeRuns ROUNDS}. Reads commands from stdin, one a line: a name,
 * a tab, what the command must print, a tab, and its words separated by spaces. Needs Linux.
 */
final class WholeRuns {

  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final String name;
  private final String expected;
  private final String command;
  private final List<Round> rounds = new ArrayList<>();

  /** What one run took. */
  private record Round(double seconds, double processorSeconds, double megabytes) {}

  private WholeRuns(String line) {
    var parts = line.split("\t", -1);
    name = parts[0];
    expected = parts[1];
    command = parts[2];
  }

  static void main(String... arguments) throws IOException, InterruptedException {
    var all = new String(System.in.readAllBytes(), UTF_8).lines().map(WholeRuns::new).toList();
    int rounds = Integer.parseInt(arguments[0]);
    for (int i = 0; i < rounds; i++) {
      for (var each : all) {
        each.run();
      }
    }
    System.out.printf("%d rounds, medians%n", rounds);
    System.out.println(
        "                             seconds  (min to max)  processor s   MB   against the first");
    all.forEach(each -> each.print(all.getFirst()));
  }

  /** The shell tells the processor time of all that it waited for. */
  private void run() throws IOException, InterruptedException {
    var output = Files.createTempFile("run", ".txt");
    var script = command + " >" + output + " 2>&1; code=$?; times; exit $code";
    var start = System.nanoTime();
    var process =
        new ProcessBuilder("bash", "-c", script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    long kilobytes = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      kilobytes = Math.max(kilobytes, resident(process));
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    var times = new String(process.getInputStream().readAllBytes(), UTF_8);
    var printed = Files.readString(output);
    Files.delete(output);
    if (process.exitValue() != 0 || !printed.contains(expected)) {
      throw new IllegalStateException(command + " ended with " + process.exitValue() + printed);
    }
    rounds.add(new Round(seconds, processorSeconds(times), kilobytes / 1024.0));
  }

  private static long resident(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(one -> resident(one.pid()))
        .sum();
  }

  private static long resident(long pid) {
    try {
      var found =
          RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static double processorSeconds(String times) {
    return TIMES
        .matcher(times)
        .results()
        .mapToDouble(one ->
            60 * (Double.parseDouble(one.group(1)) + Double.parseDouble(one.group(3)))
                + Double.parseDouble(one.group(2))
                + Double.parseDouble(one.group(4)))
        .sum();
  }

  private void print(WholeRuns first) {
    var seconds = rounds.stream().mapToDouble(Round::seconds).summaryStatistics();
    System.out.printf(
        Locale.ROOT,
        "%-27s %8.2f  (%.2f to %.2f) %9.2f %7.0f   %.2f%n",
        name,
        median(rounds, Round::seconds),
        seconds.getMin(),
        seconds.getMax(),
        median(rounds, Round::processorSeconds),
        median(rounds, Round::megabytes),
        against(first));
  }

  /** The median of what each round took against the other's round. */
  private double against(WholeRuns other) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < rounds.size(); i++) {
      ratios.add(rounds.get(i).seconds() / other.rounds.get(i).seconds());
    }
    return median(ratios, ratio -> ratio);
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> of) {
    var sorted = all.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
