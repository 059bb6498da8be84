package parley.cli.create;

/** The texts of new files. */
final class Starter {

  private Starter() {}

  static String collection(String name) {
    return "name: " + ConversationText.scalar(name) + "\n";
  }

  static String folder(String name) {
    return "# What stands here holds for all conversations of this folder.\nname: "
        + ConversationText.scalar(name)
        + "\n";
  }

  static String environment() {
    return """
    # Started before the conversations, so nothing else has to run.
    mock: ../hello.mock.yaml
    variables: { base: "{{mock.url}}" }
    """;
  }

  static String hello() {
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

  static String mock(int port) {
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

  static String conversation(String url) {
    return """
    url: %s

    messages:
      - name: hello
        text: Hello

    steps:
      - connect:
    """
        .formatted(ConversationText.scalar(url));
  }

  /** Where {@code parley echo} and a new mock listen. */
  static String localUrl() {
    return "ws://localhost:9001";
  }
}
