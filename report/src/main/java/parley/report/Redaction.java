package parley.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/**
 * Takes secrets out of texts: each becomes {@link #MASK}, also where it stands in an escaped form
 * (JSON, URL, XML, HTML, what {@link Visible} writes), in hex, or inside of base64, of which the
 * whole run goes. Values shorter than {@link #SHORTEST}, {@code true}, {@code false} and {@code
 * null} are no secrets. To be applied before a text is cut, since half a secret is not recognised.
 */
public final class Redaction {

  /** What stands in place of a secret. */
  public static final String MASK = "•••";

  /** How many characters a secret has at least. */
  public static final int SHORTEST = 4;

  /** Of nothing. */
  public static final Redaction NONE = new Redaction(List.of());

  private static final Set<String> WORDS = Set.of("true", "false", "null");

  private final @Nullable Pattern forms;
  private final @Nullable Pattern base64;

  private Redaction(Collection<String> values) {
    var secrets = values.stream().filter(Redaction::isSecret).toList();
    this.forms = anyOf(secrets, Redaction::addForms);
    this.base64 = anyOf(secrets, Redaction::addBase64);
  }

  /** Of these values, as far as they are secrets. */
  public static Redaction of(Collection<String> secrets) {
    return new Redaction(secrets);
  }

  private static boolean isSecret(String value) {
    return value.length() >= SHORTEST
        && !value.isBlank()
        && !WORDS.contains(value.toLowerCase(Locale.ROOT));
  }

  /**
   * One form of a secret.
   *
   * @param regex that finds it
   * @param firsts the characters that it may begin with
   */
  private record Form(String regex, String firsts) {}

  /**
   * The longest first, so that of a secret within another nothing is left over. Most characters of
   * a text begin none, which is known at a glance: half the time of a report (November 2026).
   */
  private static @Nullable Pattern anyOf(
      List<String> secrets, BiConsumer<String, Set<Form>> adder) {
    Set<Form> all = new LinkedHashSet<>();
    secrets.forEach(secret -> adder.accept(secret, all));
    if (all.isEmpty()) {
      return null;
    }
    var firsts = all.stream().map(Form::firsts).collect(Collectors.joining());
    var any =
        all.stream()
            .map(Form::regex)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?=[" + firsts.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0") + "])(?:" + any + ")");
  }

  private static void addForms(String secret, Set<Form> forms) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(bytes);
    var digit = hex.substring(0, 1);
    var digits = digit + digit.toUpperCase(Locale.ROOT);
    forms.add(new Form(Escapes.of(secret), Escapes.firsts(secret)));
    forms.add(new Form("(?i:" + hex + ")", digits));
    forms.add(new Form("(?i:" + HexFormat.ofDelimiter("[ :-]").formatHex(bytes) + ")", digits));
  }

  /**
   * The characters of base64 that the secret alone decides, for each of the three places at which
   * it may begin in a group.
   */
  private static void addBase64(String secret, Set<Form> forms) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (var shift = 0; shift < 3; shift++) {
      var shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      var certain = text.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
      if (certain.length() >= SHORTEST) {
        addPlain(certain, forms);
        addPlain(certain.replace('+', '-').replace('/', '_'), forms);
      }
    }
  }

  private static void addPlain(String text, Set<Form> forms) {
    forms.add(new Form(Pattern.quote(text), text.substring(0, 1)));
  }

  /** {@code text} without secrets. */
  public String in(String text) {
    return forms == null || base64 == null ? text : plain(withoutRuns(text, base64), forms);
  }

  private static String plain(String text, Pattern forms) {
    return forms.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
  }

  /** Without the runs of base64 that hold a secret. */
  private static String withoutRuns(String text, Pattern base64) {
    var match = base64.matcher(text);
    var out = new StringBuilder();
    var kept = 0;
    while (match.find()) {
      if (match.start() >= kept) {
        out.append(text, kept, runStart(text, match.start(), kept)).append(MASK);
        kept = runEnd(text, match.end());
      }
    }
    return out.append(text, kept, text.length()).toString();
  }

  private static int runStart(String text, int from, int least) {
    var start = from;
    while (start > least && isBase64(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int runEnd(String text, int from) {
    var end = from;
    while (end < text.length() && (isBase64(text.charAt(end)) || text.charAt(end) == '=')) {
      end++;
    }
    return end;
  }

  private static boolean isBase64(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || "+/-_".indexOf(c) >= 0;
  }

  /** A payload without secrets; one that is no text stays as it is unless it has one. */
  public Bytes in(Bytes payload) {
    return forms == null
        ? payload
        : payload.isUtf8() ? redacted(payload.toText(), payload) : inBinary(payload);
  }

  private Bytes redacted(String text, Bytes unchanged) {
    var clean = in(text);
    return clean.equals(text) ? unchanged : Bytes.utf8(clean);
  }

  /** Secrets of ASCII are found in any bytes, others where the bytes are UTF-8. */
  private Bytes inBinary(Bytes payload) {
    var text = new String(payload.toArray(), StandardCharsets.ISO_8859_1);
    var clean = in(text);
    return clean.equals(text)
        ? payload
        : Bytes.of(clean.replace(MASK, "***").getBytes(StandardCharsets.ISO_8859_1));
  }
}
