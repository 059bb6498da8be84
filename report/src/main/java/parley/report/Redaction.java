package parley.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * Takes secrets out of texts: each becomes {@link #MASK}, also where it stands in an escaped form
 * (JSON, URL, XML, what {@link Visible} writes), in hex, or inside of base64, of which the whole
 * run goes. Values shorter than {@link #SHORTEST}, {@code true}, {@code false} and {@code null} are
 * no secrets. To be applied before a text is cut, since half a secret is not recognised.
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

  /** The longest first, so that of a secret within another nothing is left over. */
  private static @Nullable Pattern anyOf(
      List<String> secrets, BiConsumer<String, Set<String>> adder) {
    Set<String> all = new LinkedHashSet<>();
    secrets.forEach(secret -> adder.accept(secret, all));
    var sorted = new ArrayList<>(all);
    sorted.sort((left, right) -> Integer.compare(right.length(), left.length()));
    return sorted.isEmpty() ? null : Pattern.compile(String.join("|", sorted));
  }

  private static void addForms(String secret, Set<String> forms) {
    var json = JsonWriter.write(Value.of(secret));
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(Pattern.quote(secret));
    forms.add(Pattern.quote(json.substring(1, json.length() - 1)));
    forms.add(Pattern.quote(Visible.line(secret)));
    forms.add(Pattern.quote(xml(secret)));
    forms.add(percent(url));
    forms.add(percent(url.replace("+", "%20")));
    forms.add(percent(everyByte(bytes)));
    forms.add("(?i:" + HexFormat.of().formatHex(bytes) + ")");
    forms.add("(?i:" + HexFormat.ofDelimiter(" ").formatHex(bytes) + ")");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String everyByte(byte[] bytes) {
    return bytes.length == 0 ? "" : "%" + HexFormat.ofDelimiter("%").formatHex(bytes);
  }

  /** A percent-encoded text, whatever the case of its hex digits (RFC 3986, 2.1). */
  private static String percent(String encoded) {
    var hex = Pattern.compile("%\\p{XDigit}{2}").matcher(encoded);
    var out = new StringBuilder();
    var from = 0;
    while (hex.find()) {
      out.append(quoted(encoded.substring(from, hex.start())));
      out.append("(?i:").append(hex.group()).append(')');
      from = hex.end();
    }
    return out.append(quoted(encoded.substring(from))).toString();
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "" : Pattern.quote(text);
  }

  /**
   * The characters of base64 that the secret alone decides, for each of the three places at which
   * it may begin in a group.
   */
  private static void addBase64(String secret, Set<String> forms) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (var shift = 0; shift < 3; shift++) {
      var shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      var certain = text.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
      if (certain.length() >= SHORTEST) {
        forms.add(Pattern.quote(certain));
        forms.add(Pattern.quote(certain.replace('+', '-').replace('/', '_')));
      }
    }
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
