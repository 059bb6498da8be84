package parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.ResponseHead;
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
    text.rows(failed, Setup.COMMAND_LINE);
    return text.out.toString();
  }

  public static String of(Attempt.Rejected rejected, Palette palette) {
    var text = new FailureText(palette);
    text.title(Sentences.refusal(rejected));
    text.rows(rejected, Setup.COMMAND_LINE);
    return text.out.toString();
  }

  /** The same without its title, for who connects with a file. */
  public static String rows(Attempt.Failed failed, Palette palette) {
    var text = new FailureText(palette);
    text.row("url", failed.evidence().url().toString());
    text.rows(failed, Setup.FILE);
    return text.out.toString();
  }

  /** The same without its title, for who connects with a file. */
  public static String rows(Attempt.Rejected rejected, Palette palette) {
    var text = new FailureText(palette);
    text.rows(rejected, Setup.FILE);
    return text.out.toString();
  }

  private void rows(Attempt.Failed failed, Setup setup) {
    row("what", Visible.line(failed.text()));
    row("where", where(failed));
    hops(failed.evidence());
    tunnel(failed.evidence());
    evidence(failed.evidence());
    if (failed.stage() == Stage.PROXY) {
      failed.evidence().way().tunnel().ifPresent(tunnel -> refused(tunnel, setup));
    }
    failed
        .evidence()
        .way()
        .token()
        .flatMap(TokenFacts::refusal)
        .ifPresent(refusal -> refused(refusal, setup));
    advice(Advice.of(failed, setup));
  }

  private void rows(Attempt.Rejected rejected, Setup setup) {
    row("url", rejected.evidence().url().toString());
    hops(rejected.evidence());
    tunnel(rejected.evidence());
    rejected.evidence().way().token().ifPresent(token -> row("with", Sentences.of(token)));
    head(rejected.answer());
    body(rejected.body(), end(rejected.bodyEnd()), setup);
    advice(Advice.of(rejected, setup));
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

  private void hops(Evidence evidence) {
    for (var hop : evidence.way().hops()) {
      var answer = hop.answer();
      row("after", Visible.line(answer.status() + " " + answer.reason() + " at " + hop.url()));
    }
  }

  private void tunnel(Evidence evidence) {
    evidence.way().tunnel().ifPresent(tunnel -> row("proxy", Sentences.of(tunnel)));
  }

  /** Of the proxy, whose whole answer may tell why. */
  private void refused(Tunnel tunnel, Setup setup) {
    tunnel
        .answer()
        .ifPresent(answer -> {
          row("answer", Visible.line(Sentences.statusLine(answer)));
          answer.headers().forEach(header -> row("", Visible.line(header.toString())));
        });
    body(tunnel.body(), "", setup);
  }

  /** Of the token server. */
  private void refused(TokenFacts.Refusal refusal, Setup setup) {
    head(refusal.answer());
    body(refusal.body(), "", setup);
  }

  private void head(ResponseHead answer) {
    row("answer", Visible.line(Sentences.statusLine(answer)));
    answer.headers().forEach(this::header);
  }

  private void header(Header header) {
    var name = header.name().toLowerCase(Locale.ROOT);
    if (TELLING.contains(name) || name.startsWith("sec-websocket-")) {
      row("", Visible.line(header.name()) + ": " + Visible.line(header.value()));
    }
  }

  /** On the command line as it came, so that it can be copied. */
  private void body(Bytes body, String end, Setup setup) {
    if (body.isEmpty()) {
      return;
    }
    row("body", Amounts.size(body.size()) + end);
    var text = bodyText(body);
    var shown = setup == Setup.FILE ? text.indent(COLUMN) : text;
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
