package parley.fake;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import parley.model.value.Value;

/** The dynamic variables that need nothing but chance and the time. */
final class Plain {

  private static final String BITCOIN =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String FOLDERS =
      "/bin /etc /home/user/dir /opt/bin /tmp /usr/include /var/log";
  private static final String EXTENSIONS = "pdf mp3 mp4 m4a png jpg gif html txt";
  private static final List<String> ACCOUNTS =
      List.of(
          "Checking",
          "Savings",
          "Money Market",
          "Investment",
          "Home Loan",
          "Credit Card",
          "Auto Loan",
          "Personal Loan");
  private static final List<String> SYSTEMS =
      List.of(
          "Windows NT 10.0; Win64; x64",
          "Macintosh; Intel Mac OS X 10_15_7",
          "X11; Linux x86_64",
          "Linux; Android 14; Pixel 8");

  private static final Map<String, Function<Draw, Value>> ALL = new All().made;

  private Plain() {}

  /** The next value, when it is one of these. */
  static Optional<Value> value(String name, Draw draw) {
    return Optional.ofNullable(ALL.get(name)).map(made -> made.apply(draw));
  }

  static String folder(Draw draw) {
    return draw.word(FOLDERS);
  }

  static String extension(Draw draw) {
    return draw.word(EXTENSIONS);
  }

  /** All of them by their names. */
  private static final class All {

    final Map<String, Function<Draw, Value>> made = new HashMap<>();

    All() {
      web();
      files();
      dates();
      database();
      money();
      Images.CATEGORIES.forEach(
          (name, category) -> text(name, draw -> Images.address(category, draw)));
    }

    private void text(String name, Function<Draw, String> text) {
      made.put(name, draw -> Value.of(text.apply(draw)));
    }

    private void web() {
      text("randomNanoId", draw -> draw.characters(Draw.ALPHA_NUMERIC + "_-", 21));
      text("randomPassword", draw -> draw.characters(Draw.ALPHA_NUMERIC, 15));
      text("randomLocale", draw -> draw.from(List.of(Locale.getISOLanguages())));
      text("randomProtocol", draw -> draw.word("http https"));
      text(
          "randomUserAgent",
          draw ->
              "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36"
                  .formatted(draw.from(SYSTEMS), draw.between(100, 140)));
      text(
          "randomSemver",
          draw ->
              "%d.%d.%d".formatted(draw.between(0, 9), draw.between(0, 20), draw.between(0, 30)));
      text("randomPhoneNumber", draw -> draw.digits("###-###-####"));
      text("randomPhoneNumberExt", draw -> draw.digits("##-###-###-####"));
      made.put("randomLatitude", draw -> draw.decimal(-90, 90, 6));
      made.put("randomLongitude", draw -> draw.decimal(-180, 180, 6));
      text("randomImageDataUri", Images::dataUri);
    }

    private void files() {
      text("randomCommonFileType", draw -> draw.word("video audio image text application"));
      text("randomCommonFileExt", Plain::extension);
      text("randomDirectoryPath", Plain::folder);
    }

    private void dates() {
      text("randomDateFuture", draw -> draw.future(365).toString());
      text("randomDatePast", draw -> draw.past(365).toString());
      text("randomDateRecent", draw -> draw.past(1).toString());
      text(
          "randomWeekday",
          draw -> DayOfWeek.of(draw.between(1, 7)).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      text(
          "randomMonth",
          draw -> Month.of(draw.between(1, 12)).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private void database() {
      text(
          "randomDatabaseColumn",
          draw ->
              draw.word(
                  "id title name email phone token group category password comment avatar status"
                      + " createdAt updatedAt"));
      text(
          "randomDatabaseType",
          draw ->
              draw.word(
                  "int varchar text date datetime tinyint time timestamp smallint mediumint bigint"
                      + " decimal float double real bit boolean serial blob binary enum set"
                      + " geometry point"));
      text(
          "randomDatabaseCollation",
          draw ->
              draw.word(
                  "utf8_unicode_ci utf8_general_ci utf8_bin ascii_bin ascii_general_ci cp1250_bin"
                      + " cp1250_general_ci"));
      text("randomDatabaseEngine", draw -> draw.word("InnoDB MyISAM MEMORY CSV BLACKHOLE ARCHIVE"));
    }

    private void money() {
      made.put("randomPrice", draw -> draw.decimal(0, 1000, 2));
      text("randomBankAccount", draw -> draw.digits("########"));
      text("randomBankAccountName", draw -> draw.from(ACCOUNTS) + " Account");
      text("randomCreditCardMask", draw -> draw.digits("####"));
      text("randomTransactionType", draw -> draw.word("deposit withdrawal payment invoice"));
      text("randomCurrencyCode", draw -> draw.from(Currency.ALL).code());
      text("randomCurrencyName", draw -> draw.from(Currency.ALL).name());
      text("randomCurrencySymbol", draw -> draw.from(Currency.ALL).symbol());
      text(
          "randomBitcoin",
          draw -> draw.word("1 3") + draw.characters(BITCOIN, draw.between(26, 33)));
    }
  }
}
