package parley.files.complete;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.format.FileKind;
import parley.files.shape.Offer;

/** Completes texts of the format; what may stand where is known from its shapes alone. */
public final class Completer {

  private final String text;
  private final int offset;
  private final Surroundings around;
  private final Scan scan;
  private final Shapes shapes;

  private Completer(FileKind kind, String text, int offset, Surroundings around) {
    this.text = text;
    this.offset = offset;
    this.around = around;
    this.scan = LineScan.of(text, offset);
    this.shapes = new Shapes(kind);
  }

  /**
   * What may be written at a place of a text, which may be half written or wrong.
   *
   * @param offset an index in the text, or its length
   */
  public static Completion complete(FileKind kind, String text, int offset, Surroundings around) {
    return new Completer(kind, text, offset, around).complete();
  }

  private Completion complete() {
    var template = TemplateEnd.before(text, offset);
    if (template.isPresent()) {
      return variables(template.get(), text.startsWith("}}", offset) ? "" : "}}");
    }
    return scan.place().map(this::complete).orElse(new Completion(offset, List.of()));
  }

  private Completion variables(int from, String after) {
    var options =
        around.variables().stream()
            .map(one ->
                new Completion.Option(
                    one.name(), Completion.Kind.VARIABLE, one.detail(), "", one.name() + after));
    return new Completion(from, options.toList());
  }

  private Completion complete(Place place) {
    var quoted = !place.typed().isEmpty() && "\"'".indexOf(place.typed().charAt(0)) >= 0;
    var writer = new Writer(place, text);
    var keys = shapes.keys(place).map(writer::key);
    var values = shapes.at(place).flatMap(shape -> shape.offers()).flatMap(this::options);
    var unsaid = shapes.unsaid(place).map(writer::unsaid);
    var all =
        switch (place.part()) {
          case VALUE, FLOW_VALUE -> Stream.of(values, unsaid, keys).flatMap(one -> one);
          case FLOW -> Shapes.isKey(place) ? keys : Stream.concat(keys, values);
          case KEY, ITEM -> Stream.concat(keys, values);
          case TEXT -> Stream.<Completion.Option>empty();
        };
    var from = quoted ? place.from() + 1 : place.from();
    var expression = shapes.at(place).flatMap(shape -> shape.offers()).anyMatch(Completer::isName);
    return new Completion(expression ? lastWord(from) : from, distinct(all.map(writer::fitted)));
  }

  private static boolean isName(Offer offer) {
    return offer instanceof Offer.Name(Offer.Named what, var _) && what == Offer.Named.VARIABLE;
  }

  /** In an expression, a name is completed and not all of it. */
  private int lastWord(int from) {
    var at = offset;
    while (at > from && TemplateEnd.isNamePart(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static List<Completion.Option> distinct(Stream<Completion.Option> options) {
    Set<String> labels = new LinkedHashSet<>();
    return options.filter(one -> labels.add(one.label())).toList();
  }

  private Stream<Completion.Option> options(Offer offer) {
    return switch (offer) {
      case Offer.Word(var word) -> Stream.of(value(word, ""));
      case Offer.Name(Offer.Named what, var before) when what == Offer.Named.VARIABLE ->
          variables(0, "").options().stream();
      case Offer.Name(var what, var before) ->
          shapes.names(scan, what).map(name -> value(before + name, word(what)));
      case Offer.Naming _ -> Stream.empty();
      case Offer.File(var ending) -> files(ending);
    };
  }

  private static String word(Offer.Named what) {
    return switch (what) {
      case MESSAGE -> "saved message";
      case STEP -> "step";
      case CONNECTION -> "connection";
      case VARIABLE -> "variable";
    };
  }

  private static Completion.Option value(String word, String detail) {
    return new Completion.Option(word, Completion.Kind.VALUE, detail, "", word);
  }

  private Stream<Completion.Option> files(String ending) {
    var all = around.files();
    return Stream.concat(
            all.stream().filter(file -> file.endsWith(ending)),
            all.stream().filter(file -> !file.endsWith(ending)))
        .map(file -> new Completion.Option(file, Completion.Kind.FILE, "", "", file));
  }
}
