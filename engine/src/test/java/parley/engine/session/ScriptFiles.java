package parley.engine.session;

import java.nio.file.Path;
import java.util.Map;
import parley.engine.plan.FileAccess;
import parley.files.format.Format;
import parley.files.shape.Reading;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;

/** The files that a script has: each holds its own name; a few have steps to use. */
final class ScriptFiles implements FileAccess {

  private static final Map<String, String> OTHERS =
      Map.of(
          "login.ws.yaml",
          """
          url: ws://unused/
          variables: { user: guest, greeting: "hello {{user}}" }
          messages: [ { name: hello, json: { say: "{{greeting}}" } } ]
          steps:
            - send: hello
            - receive:
              extract: { token: $.token }
          """,
          "count.ws.yaml",
          """
          url: ws://unused/
          variables: { count: 0, step: 1 }
          steps: [ { set: { count: "{{count + step}}" } }, { skip: enough }, { set: { count: 99 } } ]
          """,
          "circle.ws.yaml",
          """
          url: ws://unused/
          steps: [ { use: case.ws.yaml } ]
          """,
          "counted.ws.yaml",
          """
          url: ws://unused/
          variables: { mine: 1 }
          steps: [ { set: { mine: 2 }, if: 1 > 2 }, { use: count.ws.yaml } ]
          """,
          "scripted.ws.yaml",
          """
          url: ws://unused/
          steps: [ { script: "vars.set('token', 7)" } ]
          """,
          "case.ws.yaml",
          "url: ws://unused/");

  @Override
  public Location locate(Source path) {
    return path.text().startsWith("..")
        ? new Location.Refused("it is outside of the folder")
        : new Location.At(Path.of(path.text()));
  }

  @Override
  public Content read(Source path) {
    return path.text().startsWith("gone")
        ? new Content.Unreadable("there is no such file")
        : new Content.Read(Bytes.utf8(path.text()));
  }

  @Override
  public Used use(Source path) {
    var yaml = OTHERS.get(path.text());
    return yaml == null
        ? new Used.Unusable("there is no file " + path.text())
        : new Used.Steps(
            Script.read(path.text(), yaml, Format.CONVERSATION, Reading.Scope.CONVERSATION));
  }
}
