package parley.engine.plan;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Code;
import parley.model.collection.Position;
import parley.model.collection.Source;

/**
 * JavaScript, read while the plan is made.
 *
 * @param text of the script, as it stands in the file
 * @param source where it stands in place, or where its file is named
 * @param fileOrNull the script's own file
 */
public record ScriptPlan(String text, Source source, @Nullable Path fileOrNull) {

  /** A name that is written out is a variable from then on. */
  private static final Pattern SET =
      Pattern.compile("\\bvars\\s*\\.\\s*set\\s*\\(\\s*(['\"`])([^'\"`\\\\]{1,200})\\1");

  /** The variables that it sets by names written out in it. */
  private Stream<String> names() {
    return SET.matcher(text).results().map(one -> one.group(2)).distinct();
  }

  /** The same of a script, none where it cannot be read. */
  static Stream<String> names(Code code, FileAccess files) {
    return read(code, files) instanceof Reading.Read(var script) ? script.names() : Stream.empty();
  }

  /** Where a line of it stands, both counted from 1; its beginning for a line it does not have. */
  public Position place(int line, int column) {
    if (fileOrNull != null) {
      return new Position(fileOrNull, Math.max(1, line), Math.max(1, column));
    }
    var offset = 0;
    for (var i = 1; i < line; i++) {
      var end = text.indexOf('\n', offset);
      if (end < 0) {
        return source.at();
      }
      offset = end + 1;
    }
    return source.place(Math.min(text.length(), offset + Math.max(0, column - 1)));
  }

  /** What reading a script came to. */
  sealed interface Reading {

    record Read(ScriptPlan script) implements Reading {}

    /** It cannot be read, and why. */
    record Unreadable(String why) implements Reading {}
  }

  static Reading read(Code code, FileAccess files) {
    return switch (code) {
      case Code.InPlace(var source) ->
          new Reading.Read(new ScriptPlan(source.text(), source, null));
      case Code.InFile(var path) -> file(path, files);
    };
  }

  private static Reading file(Source path, FileAccess files) {
    if (path.hasTemplate()) {
      return new Reading.Unreadable("a path without templates is needed: scripts are read once");
    }
    return switch (files.locate(path)) {
      case FileAccess.Location.Refused(var why) -> new Reading.Unreadable(why);
      case FileAccess.Location.At(var file) ->
          switch (files.read(path)) {
            case FileAccess.Content.Read(var bytes) ->
                new Reading.Read(new ScriptPlan(bytes.toText(), path, file));
            case FileAccess.Content.Unreadable(var why) -> new Reading.Unreadable(why);
          };
    };
  }
}
