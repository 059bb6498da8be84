package parley.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import parley.files.problem.Problems;

/** The editor checks itself that a text says what the edit asks for; here it meets many texts. */
final class EditorPropertyTest {

  private static final List<String> TEXTS =
      List.of(
          "a",
          "",
          "it's",
          "a: b",
          "# c",
          "{{x}}",
          "1.10",
          "é𝄞",
          "two\nlines\n",
          "{\n\t\"a\": 1\t\n}",
          "\tb\n",
          "\t\u0007",
          "- d",
          " e ",
          "null",
          "\"q\" \\");

  private static final List<String> KEYS =
      List.of("a", "b c", "X-D", "e: f", "$.g[0]", "h#", "'", "1");

  @Property(tries = 400)
  void whatIsWrittenIsReadAsTheSame(@ForAll long seed) {
    var random = new Random(seed);
    var value = members(random, 3);
    assertThat(document("v: " + Layout.inline(value) + "\n").root().toValue())
        .isEqualTo(wrapped(value).asRead());
    assertThat(document("v:" + Layout.afterKey(value, 0) + "\n").root().toValue())
        .isEqualTo(wrapped(value).asRead());
  }

  @Property(tries = 400)
  void randomEditsKeepEverythingElse(@ForAll long seed) {
    var random = new Random(seed);
    var document = document(commented(members(random, 3), 0) + "# end\n");
    for (var count = 0; count < 8; count++) {
      var comments = comments(document.text());
      var edit = edit(document.root(), random);
      document = Editor.apply(document, edit);
      if (!(edit instanceof Edit.Remove || edit instanceof Edit.Prune)) {
        assertThat(document.text()).contains("# end\n");
      }
      if (isGrowth(edit)) {
        assertThat(comments(document.text())).isEqualTo(comments);
      }
      assertThat(comments(document.text())).isLessThanOrEqualTo(comments);
    }
  }

  /** A move may end up above a comment that a block would swallow; it is written anew then. */
  private static boolean isGrowth(Edit edit) {
    return edit instanceof Edit.Add
        || edit instanceof Edit.Insert
        || edit instanceof Edit.InsertKey;
  }

  @Property(tries = 400)
  void whatMovesLeavesTheSameCharacters(@ForAll long seed) {
    var random = new Random(seed);
    var document = document(commented(members(random, 3), 0) + "# end\n");
    var places = new ArrayList<Pointer>();
    gather(document.root(), Pointer.ROOT, places);
    var at = places.get(random.nextInt(places.size()));
    var count = new Places(document).count(at.parent());
    var to = random.nextInt(count);
    var moved = Editor.apply(document, new Edit.Move(at, to));
    assertThat(moved.text().chars().sorted().toArray())
        .isEqualTo(document.text().chars().sorted().toArray());
  }

  private static Value wrapped(Value value) {
    return new Value.Members(List.of(new Value.Member("v", value)));
  }

  private static long comments(String text) {
    return text.lines().filter(line -> line.strip().equals("# note")).count();
  }

  private static YamlDocument document(String text) {
    var problems = new Problems();
    var source = new YamlText(Path.of("a.yaml"), text, false);
    var document = YamlReader.read(source, problems);
    assertThat(problems.sorted()).as(text).isEmpty();
    return document.orElseThrow();
  }

  /** In lines, with a comment before each key. */
  private static String commented(Value.Members map, int indent) {
    var text = new StringBuilder();
    for (var member : map.members()) {
      var pad = " ".repeat(indent);
      text.append(pad).append("# note\n").append(pad).append(Layout.key(member.key())).append(':');
      if (member.value() instanceof Value.Members inner && !inner.members().isEmpty()) {
        text.append("  # why\n").append(commented(inner, indent + 2));
      } else {
        text.append(Layout.afterKey(member.value(), indent)).append('\n');
      }
    }
    return text.toString();
  }

  private static Edit edit(Node root, Random random) {
    var places = new ArrayList<Pointer>();
    gather(root, Pointer.ROOT, places);
    if (places.isEmpty()) {
      return new Edit.Put(Pointer.of("first"), value(random, 2));
    }
    var at = places.get(random.nextInt(places.size()));
    var node = at.in(root).orElseThrow();
    return switch (random.nextInt(7)) {
      case 0 -> new Edit.Put(at, value(random, 2));
      case 1 -> new Edit.Remove(at);
      case 2 -> added(node, at, random);
      case 3 -> new Edit.Prune(at);
      case 4 -> new Edit.Move(at, random.nextInt(size(root, at)));
      case 5 -> inserted(root, at, random);
      default ->
          at.last() instanceof Pointer.Part.Key
              ? new Edit.Rename(at, "new" + random.nextInt(1_000_000))
              : new Edit.Put(at, value(random, 1));
    };
  }

  private static Edit added(Node node, Pointer at, Random random) {
    return switch (node) {
      case Node.Mapping map ->
          new Edit.Put(at.key("add" + random.nextInt(1_000_000)), value(random, 2));
      case Node.Sequence list -> new Edit.Add(at, filled(random, 2));
      case Node.Scalar scalar -> new Edit.Put(at, value(random, 0));
    };
  }

  private static Edit inserted(Node root, Pointer at, Random random) {
    return at.last() instanceof Pointer.Part.Key
        ? new Edit.InsertKey(
            at.parent().key("in" + random.nextInt(1_000_000)),
            random.nextInt(size(root, at) + 1),
            value(random, 2))
        : new Edit.Insert(at, filled(random, 2));
  }

  private static int size(Node root, Pointer at) {
    return switch (at.parent().in(root).orElseThrow()) {
      case Node.Mapping map -> map.entries().size();
      case Node.Sequence list -> list.items().size();
      case Node.Scalar _ -> 0;
    };
  }

  private static void gather(Node node, Pointer at, List<Pointer> places) {
    if (!at.isRoot()) {
      places.add(at);
    }
    switch (node) {
      case Node.Scalar scalar -> {}
      case Node.Sequence list ->
          IntStream.range(0, list.items().size())
              .forEach(index -> gather(list.items().get(index), at.at(index), places));
      case Node.Mapping map ->
          map.entries().forEach(entry -> gather(entry.value(), at.key(entry.name()), places));
    }
  }

  private static Value value(Random random, int depth) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(5)) {
      case 0 ->
          Value.plain(
              List.of("x", "-1.5e3", "5s", "wss://a.example/b", "1..2", "a b")
                  .get(random.nextInt(6)));
      case 1 -> Value.quoted(TEXTS.get(random.nextInt(TEXTS.size())));
      case 2 -> Value.text(TEXTS.get(random.nextInt(TEXTS.size())));
      case 3 ->
          new Value.Items(
              IntStream.range(0, random.nextInt(4))
                  .mapToObj(i -> filled(random, depth - 1))
                  .toList());
      default -> members(random, depth - 1);
    };
  }

  private static Value filled(Random random, int depth) {
    return value(random, depth);
  }

  private static Value.Members members(Random random, int depth) {
    var first = random.nextInt(KEYS.size());
    return new Value.Members(
        IntStream.range(first, Math.min(KEYS.size(), first + 1 + random.nextInt(4)))
            .mapToObj(index -> new Value.Member(KEYS.get(index), value(random, depth)))
            .toList());
  }
}
