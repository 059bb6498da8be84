package parley.workbench.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.format.Format;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.Offer;
import parley.files.shape.Reading;
import parley.files.shape.Shape;
import parley.files.yaml.Pointer;

/**
 * A setting: one value of {@code settings}, {@code tls}, {@code compression} or {@code http}, or of
 * TLS to the proxy.
 *
 * @param name as the page calls it, {@code reconnect.attempts}, {@code tls.verify}
 * @param around the map that it is said in, when that may also be said in one word: {@code
 *     reconnect: true}
 */
record SettingPlace(String name, Pointer at, Key<?> key, Optional<Pointer> around) {

  private static final Beside ALONE = new Beside(Reading.Scope.CONVERSATION, Set.of());

  /** All, in the order of the guide. */
  static List<SettingPlace> all() {
    var roots = Stream.of("settings", "compression", "http", "tls").flatMap(SettingPlace::of);
    return Stream.concat(roots, ofProxy()).toList();
  }

  /** TLS to the proxy; all else of the proxy is a form of its own. */
  private static Stream<SettingPlace> ofProxy() {
    var at = ProxyModel.AT.key("tls");
    return inner(Format.CONVERSATION.key("proxy").orElseThrow())
        .filter(one -> one.name().equals("tls"))
        .flatMap(SettingPlace::inner)
        .filter(one -> !one.name().equals("certificates"))
        .map(one ->
            new SettingPlace(
                "proxy.tls." + one.name(), at.key(one.name()), one, Optional.of(ProxyModel.AT)));
  }

  /** The one with that name. */
  static Optional<SettingPlace> find(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static Stream<SettingPlace> of(String root) {
    var key = Format.CONVERSATION.key(root).orElseThrow();
    return root.equals("settings")
        ? inner(key).flatMap(one -> below("", Pointer.of(root), one))
        : below("", Pointer.ROOT, key);
  }

  private static Stream<Key<?>> inner(Key<?> key) {
    return key.shape().keys(ALONE);
  }

  /** A key, when it can be said in a word, and those of its map. */
  private static Stream<SettingPlace> below(String prefix, Pointer map, Key<?> key) {
    var name = prefix + key.name();
    var at = map.key(key.name());
    var word = key.shape().isShort();
    var around = word ? Optional.of(at) : Optional.<Pointer>empty();
    var own = Stream.of(new SettingPlace(name, at, key, Optional.empty()));
    var parts =
        inner(key)
            .map(one -> new SettingPlace(name + "." + one.name(), at.key(one.name()), one, around));
    return word ? Stream.concat(own, parts) : parts;
  }

  /** What may be said: a kind of value, or the words themselves. */
  List<String> type() {
    if (isList()) {
      return List.of("list");
    }
    var words = words(key.shape());
    if (words.equals(List.of("true", "false"))) {
      return List.of("boolean");
    }
    return words.isEmpty() ? List.of(kind(key.shape())) : words;
  }

  private static List<String> words(Shape<?> shape) {
    return shape
        .offers()
        .flatMap(offer -> offer instanceof Offer.Word(var text) ? Stream.of(text) : Stream.empty())
        .distinct()
        .toList();
  }

  boolean isList() {
    return key.shape().items().findAny().isPresent();
  }

  private String kind(Shape<?> shape) {
    if (shape.offers().anyMatch(Offer.File.class::isInstance)) {
      return "file";
    }
    var expected = shape.expected();
    return Stream.of("duration", "size", "number")
        .filter(expected::contains)
        .findFirst()
        .orElse("text");
  }
}
