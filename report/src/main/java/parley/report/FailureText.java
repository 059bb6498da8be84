package parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.report.Palette.Ink;

/**
 * Why there is no connection, for a terminal: what happened, at which stage, the evidence, and what
 * to try. Every line is ended.
 */
public final class FailureText {

  private static final int COLUMN = 9;

  /** Headers of a refusal that tell why, besides those that begin with {@code sec-websocket-}. */
  private static final Set<String> TELLING =
      Set.of(
          "location",
          "www-authenticate",
          "retry-after",
          "server",
          "content-type",
          "upgrade",
          "connection",
          "allow",
          "via",
          "x-request-id",
          "cf-ray");

  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private FailureText(Palette palette) {
    this.palette = palette;
  }

  public static String of(Attempt.Failed failed, Palette palette) {
    var text = new FailureText(palette);
    text.title("cannot connect to " + failed.evidence().url());
    text.row("what", Visible.line(failed.text()));
    text.row("where", where(failed));
    text.evidence(failed.evidence());
    text.advice(Advice.of(failed));
    return text.out.toString();
  }

  public static String of(Attempt.Rejected rejected, Palette palette) {
    var text = new FailureText(palette);
    text.title(Sentences.refusal(rejected));
    text.row("url", rejected.evidence().url().toString());
    text.row("answer", Visible.line(Sentences.statusLine(rejected.answer())));
    for (var header : rejected.answer().headers()) {
      text.header(header);
    }
    text.body(rejected);
    text.advice(Advice.of(rejected));
    return text.out.toString();
  }

  private void title(String text) {
    out.append(palette.paint(Ink.BAD, "parley: ")).append(palette.paint(Ink.STRONG, text));
    out.append('\n');
  }

  private void row(String name, String text) {
    out.append("  ").append(palette.paint(Ink.FAINT, name));
    out.append(" ".repeat(Math.max(1, COLUMN - 2 - name.length()))).append(text).append('\n');
  }

  private static String where(Attempt.Failed failed) {
    var stage = failed.stage();
    var time = failed.evidence().timings().of(stage);
    return Sentences.name(stage)
        + time.map(taken -> ", after " + Amounts.duration(taken)).orElse("");
  }

  private void evidence(Evidence evidence) {
    for (var tried : evidence.tries()) {
      row("tried", Sentences.of(tried));
    }
    evidence
        .tls()
        .filter(facts -> !facts.chain().isEmpty())
        .ifPresent(facts -> row("tls", Sentences.of(facts)));
    evidence.answer().ifPresent(head -> row("answer", Visible.line(Sentences.statusLine(head))));
    for (var violation : evidence.violations()) {
      row("broken", Sentences.of(violation));
    }
    if (evidence.answer().isEmpty() && !evidence.received().isEmpty()) {
      row("got", Visible.preview(evidence.received(), 64));
    }
  }

  private void header(Header header) {
    var name = header.name().toLowerCase(Locale.ROOT);
    if (TELLING.contains(name) || name.startsWith("sec-websocket-")) {
      row("", Visible.line(header.name()) + ": " + Visible.line(header.value()));
    }
  }

  private void body(Attempt.Rejected rejected) {
    var body = rejected.body();
    if (body.isEmpty()) {
      return;
    }
    row("body", Amounts.size(body.size()) + end(rejected.bodyEnd()));
    var shown = bodyText(body);
    out.append(shown).append(shown.endsWith("\n") ? "" : "\n");
  }

  private static String bodyText(Bytes body) {
    return body.isUtf8() ? Visible.text(body) : Visible.preview(body, 256);
  }

  private static String end(Attempt.BodyEnd end) {
    return switch (end) {
      case COMPLETE -> "";
      case LIMIT -> ", and there is more";
      case TIMEOUT -> ", and the rest did not come in time";
      case CUT -> ", cut off before its announced end";
      case MALFORMED -> ", and its framing is malformed";
    };
  }

  private void advice(List<String> advice) {
    for (var i = 0; i < advice.size(); i++) {
      row(i == 0 ? "try" : "", advice.get(i));
    }
  }
}
