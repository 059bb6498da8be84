package parley.files.format;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.files.shape.Offer;
import parley.files.shape.ScalarShape;
import parley.files.shape.Shape;
import parley.model.collection.Take;

/** Which messages of the inbox a receive step is about. */
final class TakeFormat {

  private static final Pattern COUNT = Pattern.compile("(last )?(\\d{1,9})");
  private static final Pattern SINCE = Pattern.compile("since (\\S+)");

  static final Shape<Take> TAKE =
      ScalarShape.of(
              "`next`, a number, `last`, `last 10`, `all` or `since ID`",
              TakeFormat::parse,
              "next|all|last|(last )?[1-9]\\d{0,8}|since \\S+")
          .offering(
              new Offer.Word("next"),
              new Offer.Word("last"),
              new Offer.Word("all"),
              new Offer.Name(Offer.Named.STEP, "since "));

  private TakeFormat() {}

  private static Optional<Take> parse(String text) {
    return switch (text) {
      case "next" -> Optional.of(new Take.Next(1));
      case "last" -> Optional.of(new Take.Last(1));
      case "all" -> Optional.of(new Take.All());
      default -> longer(text);
    };
  }

  private static Optional<Take> longer(String text) {
    var since = SINCE.matcher(text);
    if (since.matches()) {
      return Optional.of(new Take.Since(since.group(1)));
    }
    var count = COUNT.matcher(text);
    if (!count.matches() || Integer.parseInt(count.group(2)) == 0) {
      return Optional.empty();
    }
    var number = Integer.parseInt(count.group(2));
    return Optional.of(count.group(1) == null ? new Take.Next(number) : new Take.Last(number));
  }
}
