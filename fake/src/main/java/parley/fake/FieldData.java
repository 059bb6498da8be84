package parley.fake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.model.value.Value;

/**
 * Values that suit the name of a field, written in any of {@code firstName}, {@code first_name} and
 * {@code first-name}: a name that is not known as a whole is known by its last words, as {@code
 * billingCity} by {@code city}.
 */
public final class FieldData {

  private static final Pattern WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private static final Map<String, Function<Draw, Value>> BY_NAME = new All().made;

  private FieldData() {}

  /** A value for a field of that name, if the name says what it is. */
  public static Optional<Value> value(String name, Surroundings in) {
    return key(name).map(BY_NAME::get).map(made -> made.apply(new Draw(in)));
  }

  /** Whether {@link #value} has one. */
  public static boolean isKnown(String name) {
    return key(name).isPresent();
  }

  private static Optional<String> key(String name) {
    var words = words(name);
    for (var first = 0; first < words.size(); first++) {
      var key = String.join("", words.subList(first, words.size()));
      if (BY_NAME.containsKey(key)) {
        return Optional.of(key);
      }
    }
    return words.size() > 1 ? ending(words) : Optional.empty();
  }

  /** The words of a name in lower case. */
  static List<String> words(String name) {
    return Arrays.stream(WORDS.split(name))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Optional<String> ending(List<String> words) {
    return switch (words.getFirst()) {
      case "is", "has", "can", "was", "should" -> Optional.of("flag");
      default -> words.getLast().equals("at") ? Optional.of("time") : Optional.empty();
    };
  }

  /** All of them by their names without what is between words. */
  private static final class All {

    final Map<String, Function<Draw, Value>> made = new HashMap<>();

    All() {
      people();
      places();
      web();
      trade();
      words();
      numbers();
      times();
    }

    private void put(String names, Function<Draw, Value> value) {
      for (var name : names.split(" ", -1)) {
        made.put(name, value);
      }
    }

    /** As the dynamic variable does. */
    private void like(String variable, String names) {
      put(names, draw -> like(variable, draw));
    }

    private static Value like(String variable, Draw draw) {
      return draw.in().madeUp(variable) instanceof Result.Of(var value)
          ? value
          : Value.of(variable);
    }

    private void people() {
      like("randomFirstName", "firstname givenname forename");
      like("randomLastName", "lastname surname familyname");
      like(
          "randomFullName",
          "fullname name displayname author owner sender customer contact person");
      like(
          "randomUserName",
          "username user login nickname nick handle screenname from to by account");
      like("randomNamePrefix", "salutation prefix");
      like("randomExampleEmail", "email mail emailaddress");
      like("randomPhoneNumber", "phone phonenumber mobile telephone tel fax");
      like("randomJobTitle", "job jobtitle role position occupation");
      like("randomAvatarImage", "avatar avatarurl picture photo");
      like("randomCompanyName", "company companyname organization organisation employer vendor");
      put("gender", draw -> Value.of(draw.word("female male diverse")));
      put("password secret", draw -> Value.of(draw.characters(Draw.ALPHA_NUMERIC, 15)));
    }

    private void places() {
      like("randomCity", "city town place");
      like("randomCountry", "country");
      like("randomCountryCode", "countrycode");
      like("randomStreetAddress", "street address streetaddress line1 addressline1");
      put("zip zipcode postcode postalcode plz", draw -> Value.of(draw.digits("#####")));
      put("lat latitude", draw -> draw.decimal(-90, 90, 6));
      put("lng lon long longitude", draw -> draw.decimal(-180, 180, 6));
      put("locale language lang", draw -> Value.of(draw.word("de en es fr it ja pt zh")));
      put(
          "timezone tz",
          draw -> Value.of(draw.word("Europe/Berlin America/New_York Asia/Tokyo UTC")));
    }

    private void web() {
      put(
          "id uuid guid requestid correlationid messageid sessionid traceid",
          draw -> Value.of(Draw.uuid(draw.random())));
      like("randomUrl", "url uri link href website homepage");
      like("randomImageUrl", "image imageurl img thumbnail icon logo");
      like("randomDomainName", "domain host hostname server");
      like("randomIP", "ip ipaddress");
      like("randomUserAgent", "useragent");
      like("randomFileName", "file filename");
      like("randomMimeType", "mimetype contenttype mediatype");
      like("randomSemver", "version");
      put("token apikey key hash", draw -> Value.of(draw.characters("0123456789abcdef", 32)));
      put("slug", draw -> like("randomLoremSlug", draw));
    }

    private void trade() {
      like("randomProductName", "product productname item");
      like("randomDepartment", "department category");
      like("randomColor", "color colour");
      like("randomBankAccountIban", "iban");
      like("randomBankAccountBic", "bic");
      put(
          "price cost amount total subtotal balance tax fee discount",
          draw -> draw.decimal(1, 500, 2));
      put("currency currencycode", draw -> Value.of(draw.word("EUR USD GBP CHF JPY")));
      put("symbol ticker", draw -> Value.of(draw.characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4)));
      put("sku", draw -> Value.of(draw.digits("SKU-#####")));
    }

    private void words() {
      like("randomLoremSentence", "text message description body comment note content summary say");
      like("randomCatchPhrase", "title subject headline caption slogan");
      like("randomWord", "word tag label topic channel room keyword");
      put("status state", draw -> Value.of(draw.word("active pending done")));
      put("reason error", draw -> like("randomLoremWords", draw));
    }

    private void numbers() {
      put("age", draw -> Value.of(draw.between(18, 90)));
      put("count quantity qty size length limit", draw -> Value.of(draw.between(1, 100)));
      put("seq sequence index offset position rank", draw -> Value.of(draw.between(1, 1000)));
      put("port", draw -> Value.of(draw.between(1024, 65535)));
      put("year", draw -> Value.of(draw.now().atOffset(java.time.ZoneOffset.UTC).getYear()));
      put("rating score stars", draw -> draw.decimal(1, 5, 1));
      put("percent percentage progress", draw -> Value.of(draw.between(0, 100)));
      put("temperature temp", draw -> draw.decimal(-10, 40, 1));
      put("duration", draw -> Value.of(draw.between(1, 3600)));
      put(
          "flag enabled active success ok valid verified visible online read",
          draw -> Value.of(draw.random().nextBoolean()));
    }

    private void times() {
      put("time timestamp ts datetime created updated modified", draw -> past(draw, 30));
      put("date day", draw -> Value.of(draw.past(365).toString().substring(0, 10)));
      put("birthday birthdate dob dateofbirth", draw -> birthday(draw));
      put(
          "expires expiresat due duedate deadline validuntil",
          draw -> Value.of(draw.future(365).toString()));
    }

    private static Value past(Draw draw, int days) {
      return Value.of(draw.past(days).toString());
    }

    private static Value birthday(Draw draw) {
      return Value.of(
          draw.past(365)
              .minusSeconds(draw.between(18, 80) * 31_557_600L)
              .toString()
              .substring(0, 10));
    }
  }
}
