package parley.files.yaml;

import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import parley.files.problem.Problems;

/**
 * Reads YAML into a tree. What can be read around is a problem and reading goes on; after an error
 * of syntax there is no tree.
 */
public final class YamlReader {

  private static final int SMALL_BUFFER = 8192;
  private static final LoadSettings SMALL = settings(SMALL_BUFFER);

  private YamlReader() {}

  /** Reads the bytes of a file. */
  public static Optional<YamlDocument> read(Path file, byte[] bytes, Problems problems) {
    return YamlText.decode(file, bytes, problems).flatMap(text -> read(text, problems));
  }

  /** Reads a text. */
  public static Optional<YamlDocument> read(YamlText source, Problems problems) {
    var syntax = new SyntaxProblems(source, problems);
    try {
      var settings = settings(source.text());
      var events = new ParserImpl(settings, new StreamReader(settings, source.text()));
      return new Composer(source, events, problems)
          .document()
          .map(root -> new YamlDocument(source, root));
    } catch (MarkedYamlEngineException e) {
      syntax.report(e);
    } catch (ReaderException e) {
      syntax.report(e);
    } catch (Composer.TooDeep e) {
      problems.add(e.at(), "more than " + Composer.MAX_DEPTH + " levels", "fewer levels");
    }
    return Optional.empty();
  }

  /**
   * The parser copies what it has of a scalar each time its buffer ends: one is enough for all.
   * Making settings compiles patterns, a third of what reading a small file takes, so those for
   * small ones are made once.
   */
  private static LoadSettings settings(String text) {
    return text.length() < SMALL_BUFFER - 1 ? SMALL : settings(text.length() + 2);
  }

  private static LoadSettings settings(int bufferSize) {
    return LoadSettings.builder()
        .setCodePointLimit((int) YamlText.MAX_SIZE.bytes())
        .setBufferSize(bufferSize)
        .build();
  }
}
