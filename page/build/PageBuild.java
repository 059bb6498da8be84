import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.install.EsBuildDeps;
import io.mvnpm.esbuild.model.WebDependency;
import io.mvnpm.esbuild.model.WebDependency.WebDependencyType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds and checks the page: {@code java PageBuild.java TARGET STEP...}, in the folder of this
 * module. Packages, esbuild and Deno are jars that Maven has fetched, so no Node is needed.
 *
 * <pre>
 *   TARGET/packages --unpack--> node_modules --bundle--> TARGET/classes/parley-page
 *                                            --check, lint, test
 * </pre>
 */
final class PageBuild {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path MODULES = ROOT.resolve("node_modules");
  private static final Path SOURCES = ROOT.resolve("src", "web");

  private final Path target;

  private PageBuild(Path target) {
    this.target = target;
  }

  public static void main(String[] arguments) throws Exception {
    var build = new PageBuild(Path.of(arguments[0]));
    build.unpack();
    for (var step : List.of(arguments).subList(1, arguments.length)) {
      build.take(step);
    }
  }

  private void take(String step) throws IOException, InterruptedException {
    switch (step) {
      case "bundle" -> bundle();
      case "check" -> deno("run", "-A", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
      case "lint" -> deno("lint", "--quiet", "src/web/");
      case "test" -> test();
      default -> throw new IllegalArgumentException("no such step: " + step);
    }
  }

  /** The page's parts ask where they are from. */
  private void test() throws IOException, InterruptedException {
    deno(
        "test",
        "--quiet",
        "--no-check",
        "--no-remote",
        "--location=http://127.0.0.1/",
        "-A",
        "src/test/web/");
  }

  /** Where the packages lie: unpacked again only when they have changed. */
  private void unpack() throws Exception {
    var packages = Files.readString(target.resolve("packages")).strip();
    var stamp = MODULES.resolve(".unpacked");
    if (Files.exists(stamp) && Files.readString(stamp).equals(packages)) {
      return;
    }
    var all = new ArrayList<>(EsBuildDeps.get().deps());
    for (var jar : packages.split(File.pathSeparator)) {
      if (jar.replace('\\', '/').contains("/org/mvnpm/")) {
        all.add(WebDependency.of(Path.of(jar), WebDependencyType.MVNPM));
      }
    }
    Bundler.install(MODULES, all);
    Files.writeString(stamp, packages);
  }

  private void bundle() throws IOException, InterruptedException {
    var out = target.resolve("classes", "parley-page");
    Files.createDirectories(out);
    run(
        tool("@esbuild", "esbuild"),
        "app=" + SOURCES.resolve("main.ts"),
        "enter=" + SOURCES.resolve("enter.ts"),
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--log-level=warning",
        "--legal-comments=linked",
        "--outdir=" + out);
    try (var files = Files.list(SOURCES)) {
      for (var file : files.filter(PageBuild::isAsset).toList()) {
        Files.copy(file, out.resolve(file.getFileName()), REPLACE_EXISTING);
      }
    }
  }

  private static boolean isAsset(Path file) {
    var name = file.getFileName().toString();
    return List.of(".html", ".css", ".svg", ".woff2").stream().anyMatch(name::endsWith);
  }

  private void deno(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool("@deno", "deno"));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  /** The native program in one of the packages of a scope. */
  private static String tool(String scope, String name) throws IOException {
    try (var files = Files.walk(MODULES.resolve(scope))) {
      var file =
          files
              .filter(one -> one.getFileName().toString().replace(".exe", "").equals(name))
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow();
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
      return file.toString();
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO();
    process.environment().put("DENO_NO_UPDATE_CHECK", "1");
    process.environment().put("DENO_DIR", target.resolve("deno").toString());
    process.environment().put("NO_COLOR", "1");
    if (process.start().waitFor() != 0) {
      System.exit(1);
    }
  }
}
