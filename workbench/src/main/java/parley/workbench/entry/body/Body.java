package parley.workbench.entry.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.protocol.frame.Bytes;
import parley.report.Palette;
import parley.report.PrettyJson;
import parley.report.Visible;

/** A payload in its forms. */
public record Body(boolean text, Bytes payload) {

  /** Forms that make sense, the best first. */
  public List<Form> forms() {
    var forms = new ArrayList<Form>();
    var language = language();
    if (language == Language.JSON || language == Language.XML) {
      forms.add(Form.PRETTY);
    }
    var packed = Decoding.of(payload).isPresent();
    if (packed) {
      forms.add(Form.DECODED);
    }
    if (language == Language.BINARY) {
      forms.addAll(List.of(Form.HEX, Form.BASE64, Form.VISIBLE));
    } else {
      forms.addAll(List.of(Form.TEXT, Form.VISIBLE, Form.HEX, Form.BASE64));
    }
    return forms;
  }

  /** What it is written in. */
  public Language language() {
    return Language.of(text, payload);
  }

  /** The payload in a form; one that it does not have is shown as it is. */
  public Lines lines(Form form) {
    return switch (form) {
      case PRETTY -> new TextLines(pretty().orElseGet(payload::toText));
      case TEXT -> new TextLines(payload.toText());
      case VISIBLE -> new TextLines(visible(payload.toText()));
      case HEX -> ByteLines.hex(this::part, payload.size());
      case BASE64 -> ByteLines.base64(this::part, payload.size());
      case DECODED -> Decoding.of(payload).map(Body::decoded).orElseGet(() -> lines(Form.PRETTY));
    };
  }

  /** Laid out; empty when it is neither JSON nor XML. */
  public Optional<String> pretty() {
    return switch (language()) {
      case JSON -> PrettyJson.of(payload.toText(), Palette.PLAIN);
      case XML -> PrettyXml.of(payload.toText());
      case TEXT, BINARY -> Optional.empty();
    };
  }

  /** Every line end is written out, and makes a new line all the same. */
  private static String visible(String text) {
    var out = new StringBuilder();
    var from = 0;
    for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      out.append(Visible.line(text.substring(from, end + 1))).append('\n');
      from = end + 1;
    }
    return out.append(Visible.line(text.substring(from))).toString();
  }

  private Bytes part(long from, int count) {
    var start = (int) Math.min(from, payload.size());
    return payload.slice(start, (int) Math.min(payload.size(), (long) start + count));
  }

  private static Lines decoded(Decoding decoding) {
    var bytes = decoding.bytes();
    var body = new Body(bytes.isUtf8(), bytes);
    var how = new ArrayList<>(decoding.how());
    var lines = body.lines(body.forms().getFirst() == Form.HEX ? Form.HEX : Form.PRETTY);
    switch (body.language()) {
      case JSON -> how.add("JSON");
      case XML -> how.add("XML");
      case TEXT, BINARY -> {}
    }
    return new DecodedLines(lines, String.join(", ", how));
  }
}
