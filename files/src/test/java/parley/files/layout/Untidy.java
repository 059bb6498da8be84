package parley.files.layout;

import java.util.List;
import java.util.Random;

/** Writes documents as people do who indent, space and break lines as it comes. */
final class Untidy {

  private static final List<String> KEYS = List.of("a", "b-c", "\"d e\"", "'f'", "$.g", "X-H");
  private static final List<String> SCALARS =
      List.of("x", "1.10", "'it''s'", "\"a: b # c\"", "wss://a.example/b", "a b", "-1");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private Untidy(Random random) {
    this.random = random;
  }

  static String document(Random random) {
    var untidy = new Untidy(random);
    untidy.noise(0);
    untidy.map(untidy.some(3), 3);
    untidy.noise(0);
    var text = untidy.out.toString();
    return random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text;
  }

  private int some(int limit) {
    return random.nextInt(limit);
  }

  private void line(int indent) {
    out.append(" ".repeat(indent));
  }

  private void end() {
    out.append(" ".repeat(some(3) == 0 ? some(4) : 0));
    out.append(some(5) == 0 ? " # why" : "").append('\n');
  }

  /** Empty lines and comments between parts. */
  private void noise(int indent) {
    for (var count = some(4) - 1; count > 0; count--) {
      switch (some(3)) {
        case 0 -> out.append(" ".repeat(some(5))).append('\n');
        case 1 -> out.append(" ".repeat(indent)).append("# note\n");
        default -> out.append(" ".repeat(some(9))).append("# stray\n");
      }
    }
  }

  private void map(int indent, int depth) {
    var first = some(3);
    for (var index = first; index < first + 1 + some(3); index++) {
      if (index > first) {
        noise(indent);
        line(indent);
      } else if (out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
        line(indent);
      }
      out.append(KEYS.get(index)).append(':');
      value(indent, depth, some(2));
    }
  }

  private void list(int indent, int depth) {
    for (var count = 1 + some(3); count > 0; count--) {
      if (out.charAt(out.length() - 1) == '\n') {
        line(indent);
      }
      out.append('-');
      switch (depth > 0 ? some(4) : 2) {
        case 0 -> {
          var space = 1 + some(4);
          line(space);
          map(indent + 1 + space, depth - 1);
        }
        case 1 -> {
          var space = 1 + some(4);
          line(space);
          list(indent + 1 + space, depth - 1);
        }
        default -> value(indent, depth, 1);
      }
      if (count > 1) {
        noise(indent);
      }
    }
  }

  /** What follows a colon or a dash that stands at {@code indent}. */
  private void value(int indent, int depth, int listsDeeper) {
    switch (some(depth > 0 ? 8 : 6)) {
      case 0 -> end();
      case 1 -> {
        line(1 + some(3));
        flow(2);
        end();
      }
      case 2 -> block(indent);
      case 3 -> lines(indent);
      case 6 -> {
        end();
        noise(indent);
        map(indent + 1 + some(5), depth - 1);
      }
      case 7 -> {
        end();
        noise(indent);
        list(indent + listsDeeper + (listsDeeper == 0 ? 0 : some(4)), depth - 1);
      }
      default -> {
        line(1 + some(3));
        out.append(scalar());
        end();
      }
    }
  }

  private String scalar() {
    return SCALARS.get(some(SCALARS.size()));
  }

  private void flow(int depth) {
    switch (depth == 0 ? 2 : some(4)) {
      case 0 -> {
        out.append("{ a:").append(" ".repeat(1 + some(3)));
        flow(depth - 1);
        out.append(" ".repeat(some(3)))
            .append(",")
            .append(" ".repeat(1 + some(3)))
            .append("\"b\":");
        flow(depth - 1);
        out.append(" }");
      }
      case 1 -> {
        out.append('[');
        flow(depth - 1);
        out.append(some(2) == 0 ? "," : ",  ");
        flow(depth - 1);
        out.append(']');
      }
      default -> out.append(List.of("x", "1", "'y, z'", "\"{\"").get(some(4)));
    }
  }

  private void block(int indent) {
    var style = List.of("|", "|-", "|+", ">", ">-").get(some(5));
    var margin = 1 + some(6);
    out.append(' ').append(style).append(some(3) == 0 ? Integer.toString(margin) : "").append('\n');
    line(indent + margin);
    out.append("{\"first\": 1}\n");
    for (var count = some(4); count > 0; count--) {
      switch (some(4)) {
        case 0 -> out.append(" ".repeat(some(indent + margin + 1))).append('\n');
        case 1 -> out.append(" ".repeat(indent + margin + 2)).append("deeper  \n");
        case 2 -> out.append(" ".repeat(indent + margin + 3)).append('\n');
        default -> out.append(" ".repeat(indent + margin)).append("# no comment\n");
      }
    }
  }

  private void lines(int indent) {
    var quote = List.of("", "'", "\"").get(some(3));
    out.append(' ').append(quote).append("one\n");
    if (some(2) == 0) {
      out.append('\n');
    }
    line(indent + 1 + some(5));
    out.append("two").append(quote);
    end();
  }
}
