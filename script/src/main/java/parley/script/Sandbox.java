package parley.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Contexts for scripts, each with nothing in it but the language. The engine behind them keeps only
 * parsed code.
 */
final class Sandbox {

  static final String LANGUAGE = "js";

  private final Engine engine;
  private final Source prelude;

  private Sandbox(Engine engine, Source prelude) {
    this.engine = engine;
    this.prelude = prelude;
  }

  /** The language is not on the class path. */
  static final class MissingLanguage extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingLanguage(Throwable cause) {
      super(cause);
    }
  }

  /** Loads the language, which takes a moment. */
  static Sandbox open() {
    try {
      // Without a compiler all is interpreted, which is what short scripts want.
      var engine =
          Engine.newBuilder(LANGUAGE)
              .option("engine.WarnInterpreterOnly", "false")
              .in(InputStream.nullInputStream())
              .out(OutputStream.nullOutputStream())
              .err(OutputStream.nullOutputStream())
              .build();
      return new Sandbox(engine, prelude());
    } catch (IllegalArgumentException | IllegalStateException missing) {
      throw new MissingLanguage(missing);
    }
  }

  private static Source prelude() {
    try (var stream = Sandbox.class.getResourceAsStream("prelude.js")) {
      if (stream == null) {
        throw new IllegalStateException("the module script has its prelude.js");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder(LANGUAGE, text, "prelude").internal(true).buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What sets up a context: a function of the host, what is given, a seed and a tag. */
  Source preparation() {
    return prelude;
  }

  /**
   * A context of its own: no host classes, files, network, threads, processes, environment, native
   * code or other languages, and limits to what one call can allocate.
   */
  Context context() {
    return Context.newBuilder(LANGUAGE)
        .engine(engine)
        .allowAllAccess(false)
        .allowHostAccess(HostAccess.NONE)
        .allowHostClassLookup(_ -> false)
        .allowHostClassLoading(false)
        .allowIO(IOAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowCreateThread(false)
        .allowCreateProcess(false)
        .allowNativeAccess(false)
        .allowInnerContextOptions(false)
        .allowValueSharing(false)
        .allowExperimentalOptions(true) // the limits below are among them
        .option("js.string-length-limit", "16777216")
        .option("js.max-typed-array-length", "16777216")
        .option("js.max-apply-argument-length", "100000")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.console", "false")
        .option("js.graal-builtin", "false")
        .option("js.polyglot-builtin", "false")
        .option("js.java-package-globals", "false")
        .option("js.shared-array-buffer", "false")
        .option("js.atomics", "false")
        .option("js.unhandled-rejections", "throw")
        .build();
  }
}
