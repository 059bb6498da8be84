package parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

class RedactionTest {

  private static final String SECRET = "s3cr3t";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SECRET, "a\"b\\c\nd", "päss wörd+1%", "<&>amp;", "sk-live_9/8+7=6", "🔑key🔑"})
  void aSecretIsFoundInEveryForm(String secret) {
    var redaction = Redaction.of(List.of(secret));
    var json = JsonWriter.write(Value.of(secret));
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    var nested = JsonWriter.write(Value.of(json));
    var units = secret.chars().mapToObj(unit -> "\\u%04X".formatted(unit)).toList();
    var html = secret.codePoints().mapToObj(point -> "&#" + point + ";").toList();
    var xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    for (var form :
        List.of(
            secret,
            json.substring(1, json.length() - 1),
            Visible.line(secret),
            url,
            url.replace("+", "%20"),
            url.toLowerCase(java.util.Locale.ROOT).length() == url.length() ? url : secret,
            xml,
            nested.substring(3, nested.length() - 3),
            String.join("", units),
            String.join("", html),
            HexFormat.of().formatHex(utf8(secret)),
            HexFormat.of().withUpperCase().formatHex(utf8(secret)),
            Visible.pairs(Bytes.utf8(secret)))) {
      assertThat(redaction.in("(" + form + ")")).as(form).isEqualTo("(•••)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:", "anna:", "someone else:"})
  void aSecretIsFoundInBase64WhereverItBegins(String before) {
    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (var after : List.of("", "x", "xy", "xyz and more")) {
        var encoded = encoder.encodeToString(utf8(before + SECRET + after));
        assertThat(Redaction.of(List.of(SECRET)).in("Basic " + encoded + ", next"))
            .isEqualTo("Basic •••, next");
      }
    }
  }

  @Test
  void severalSecretsAndSeveralPlacesAreMasked() {
    var redaction = Redaction.of(List.of("first", "first and second"));
    assertThat(redaction.in("first and second, first, then first")).isEqualTo("•••, •••, then •••");
    var basic = Base64.getEncoder().encodeToString(utf8("first first"));
    assertThat(redaction.in(basic + " " + basic)).isEqualTo("••• •••");
  }

  @Test
  void shortTextsAndWordsOfJsonAreNoSecrets() {
    var redaction = Redaction.of(List.of("abc", "", "    ", "true", "NULL", "False"));
    assertThat(redaction.in("abc true NULL False     ")).isEqualTo("abc true NULL False     ");
    assertThat(Redaction.NONE.in("anything")).isEqualTo("anything");
  }

  @Test
  void payloadsKeepTheirBytesUnlessTheyHoldASecret() {
    var redaction = Redaction.of(List.of(SECRET));
    var text = Bytes.utf8("hällo");
    var binary = Bytes.hex("00ff10");
    assertThat(redaction.in(text)).isSameAs(text);
    assertThat(redaction.in(binary)).isSameAs(binary);
    assertThat(Redaction.NONE.in(binary)).isSameAs(binary);
    assertThat(redaction.in(Bytes.utf8("my " + SECRET))).isEqualTo(Bytes.utf8("my •••"));
    assertThat(redaction.in(Bytes.hex("ff" + HexFormat.of().formatHex(utf8(SECRET)))))
        .isEqualTo(Bytes.hex("ff2a2a2a"));
  }
}
