package parley.workspace;

import parley.files.yaml.Layout;
import parley.files.yaml.Value;

/** The texts of new files. */
public final class Starter {

  private Starter() {}

  /** The parley.yaml of a collection. */
  public static String collection(String name) {
    return "name: " + scalar(name) + "\n";
  }

  /** The folder.yaml of a folder. */
  public static String folder(String name) {
    return "# What stands here holds for all conversations of this folder.\nname: "
        + scalar(name)
        + "\n";
  }

  /** An environment with the mock of {@link #mock}. */
  public static String environment() {
    return """
    # Started before the conversations, so nothing else has to run.
    mock: ../hello.mock.yaml
    variables: { base: "{{mock.url}}" }
    """;
  }

  /** A conversation that the mock of {@link #mock} answers. */
  public static String hello() {
    return """
    name: Hello
    url: "{{base}}/"

    messages:
      - name: hello
        json: { type: hello, name: Parley }

    steps:
      - send: hello
      - receive:
        where: { $.type: welcome }
        assert:
          - $.name: Parley
    """;
  }

  /** A mock that says hello. */
  public static String mock(int port) {
    return """
    listen: { port: %d }
    paths:
      /:
        on-message:
          - where: { $.type: hello }
            steps: [ { send: { json: { type: welcome, name: "{{$.name}}" } } } ]
          - otherwise: [ { send: { json: { type: unknown } } } ]
    """
        .formatted(port);
  }

  /** A conversation with a message. */
  public static String conversation(String url) {
    return """
    url: %s

    messages:
      - name: hello
        text: Hello

    steps:
      - connect:
    """
        .formatted(scalar(url));
  }

  /** Where {@code parley echo} and a new mock listen. */
  public static String localUrl() {
    return "ws://localhost:9001";
  }

  /** A text as YAML has it, in quotes where YAML would read something else. */
  public static String scalar(String text) {
    return Layout.inline(
        Layout.isSafe(text) && !text.isEmpty() ? Value.plain(text) : Value.quoted(text));
  }
}
