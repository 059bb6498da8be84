package parley.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.datafaker.Faker;
import net.datafaker.service.RandomService;
import parley.model.value.Value;

/** The dynamic variables that Datafaker knows. One thread at a time. */
final class PeopleAndThings {

  private final Faker faker;
  private final Map<String, Made> all = new HashMap<>();

  /** A value of one variable. */
  private interface Made {
    String of(Faker faker, Draw draw);
  }

  PeopleAndThings(RandomGenerator random) {
    faker = new Faker(Locale.ENGLISH, new RandomService(random));
    people();
    places();
    web();
    companies();
    phrases();
    products();
    words();
    lorem();
  }

  Optional<Value> value(String name, Draw draw) {
    return Optional.ofNullable(all.get(name)).map(made -> Value.of(made.of(faker, draw)));
  }

  private void people() {
    all.put("randomFirstName", (fake, _) -> fake.name().firstName());
    all.put("randomLastName", (fake, _) -> fake.name().lastName());
    all.put("randomFullName", (fake, _) -> fake.name().firstName() + " " + fake.name().lastName());
    all.put("randomNamePrefix", (fake, _) -> fake.name().prefix());
    all.put("randomNameSuffix", (fake, _) -> fake.name().suffix());
    all.put("randomJobArea", (fake, _) -> fake.job().field());
    all.put("randomJobDescriptor", (fake, _) -> fake.job().seniority());
    all.put("randomJobTitle", (fake, _) -> fake.job().title());
    all.put("randomJobType", (fake, _) -> fake.job().position());
    all.put("randomColor", (fake, _) -> fake.color().name());
    all.put("randomHexColor", (fake, _) -> fake.color().hex());
  }

  private void places() {
    all.put("randomCity", (fake, _) -> fake.address().city());
    all.put("randomStreetName", (fake, _) -> fake.address().streetName());
    all.put("randomStreetAddress", (fake, _) -> fake.address().streetAddress());
    all.put("randomCountry", (fake, _) -> fake.address().country());
    all.put("randomCountryCode", (fake, _) -> fake.address().countryCode());
  }

  private void web() {
    all.put("randomIP", (fake, _) -> fake.internet().ipV4Address());
    all.put("randomIPV4", (fake, _) -> fake.internet().ipV4Address());
    all.put("randomIPV6", (fake, _) -> fake.internet().ipV6Address());
    all.put("randomMACAddress", (fake, _) -> fake.internet().macAddress());
    all.put("randomAvatarImage", (fake, _) -> fake.avatar().image());
    all.put("randomImageUrl", (fake, _) -> fake.internet().image());
    all.put("randomDomainName", (fake, _) -> fake.internet().domainName());
    all.put("randomDomainSuffix", (fake, _) -> fake.internet().domainSuffix());
    all.put("randomDomainWord", (fake, _) -> fake.internet().domainWord());
    all.put("randomEmail", (fake, _) -> fake.internet().emailAddress());
    all.put("randomExampleEmail", (fake, _) -> fake.internet().safeEmailAddress());
    all.put("randomUserName", (fake, _) -> fake.credentials().username());
    all.put("randomUrl", (fake, _) -> withScheme(fake.internet().url()));
    all.put("randomFileName", (fake, _) -> fileName(fake));
    all.put("randomFilePath", (fake, draw) -> Plain.folder(draw) + "/" + fileName(fake));
    all.put("randomFileType", (fake, _) -> fake.file().mimeType().split("/", 2)[0]);
    all.put("randomFileExt", (fake, _) -> fake.file().extension());
    all.put("randomMimeType", (fake, _) -> fake.file().mimeType());
    all.put(
        "randomCommonFileName",
        (fake, draw) ->
            fake.word().noun() + "_" + fake.word().adjective() + "." + Plain.extension(draw));
  }

  private static String withScheme(String url) {
    return url.contains("://") ? url : "https://" + url;
  }

  private static String fileName(Faker fake) {
    return fake.file().fileName().replaceAll(".*[/\\\\]", "");
  }

  private void companies() {
    all.put("randomBankAccountBic", (fake, _) -> fake.finance().bic());
    all.put("randomBankAccountIban", (fake, _) -> fake.finance().iban());
    all.put("randomCompanyName", (fake, _) -> fake.company().name());
    all.put("randomCompanySuffix", (fake, _) -> fake.company().suffix());
    all.put("randomBs", (fake, _) -> fake.company().bs());
    all.put("randomBsAdjective", (fake, _) -> fake.company().buzzword());
    all.put("randomBsBuzz", (fake, _) -> first(fake.company().bs()));
    all.put("randomBsNoun", (fake, _) -> last(fake.company().bs()));
  }

  private void phrases() {
    all.put("randomCatchPhrase", (fake, _) -> fake.company().catchPhrase());
    all.put("randomCatchPhraseAdjective", (fake, _) -> first(fake.company().catchPhrase()));
    all.put("randomCatchPhraseDescriptor", (fake, _) -> second(fake.company().catchPhrase()));
    all.put("randomCatchPhraseNoun", (fake, _) -> last(fake.company().catchPhrase()));
    all.put("randomAbbreviation", (fake, _) -> fake.hacker().abbreviation());
    all.put("randomNoun", (fake, _) -> fake.hacker().noun());
    all.put("randomVerb", (fake, _) -> fake.hacker().verb());
    all.put("randomIngverb", (fake, _) -> fake.hacker().ingverb());
    all.put("randomAdjective", (fake, _) -> fake.hacker().adjective());
    all.put("randomPhrase", (fake, _) -> phrase(fake));
  }

  private static String phrase(Faker fake) {
    var hacker = fake.hacker();
    return "If we %s the %s, we can get to the %s %s through the %s %s %s!"
        .formatted(
            hacker.verb(),
            hacker.noun(),
            hacker.abbreviation(),
            hacker.noun(),
            hacker.adjective(),
            hacker.abbreviation(),
            hacker.noun());
  }

  private void products() {
    all.put("randomProduct", (fake, _) -> last(fake.commerce().productName()));
    all.put("randomProductAdjective", (fake, _) -> first(fake.commerce().productName()));
    all.put("randomProductMaterial", (fake, _) -> fake.commerce().material());
    all.put("randomProductName", (fake, _) -> fake.commerce().productName());
    all.put("randomDepartment", (fake, _) -> fake.commerce().department());
  }

  private void words() {
    all.put("randomWord", (fake, _) -> fake.word().noun());
    all.put(
        "randomWords",
        (fake, draw) ->
            Stream.generate(() -> fake.word().noun())
                .limit(draw.between(2, 5))
                .collect(Collectors.joining(" ")));
  }

  private void lorem() {
    all.put("randomLoremWord", (fake, _) -> fake.lorem().word());
    all.put("randomLoremWords", (fake, _) -> String.join(" ", fake.lorem().words(3)));
    all.put("randomLoremSlug", (fake, _) -> String.join("-", fake.lorem().words(3)));
    all.put("randomLoremSentence", (fake, _) -> fake.lorem().sentence());
    all.put(
        "randomLoremSentences",
        (fake, draw) -> String.join(" ", fake.lorem().sentences(draw.between(2, 6))));
    all.put("randomLoremParagraph", (fake, _) -> fake.lorem().paragraph());
    all.put("randomLoremParagraphs", (fake, _) -> String.join("\n", fake.lorem().paragraphs(3)));
    all.put("randomLoremText", (fake, draw) -> fake.lorem().paragraph(draw.between(1, 3)));
    all.put(
        "randomLoremLines",
        (fake, draw) -> String.join("\n", fake.lorem().sentences(draw.between(1, 5))));
  }

  private static List<String> words(String phrase) {
    return List.of(phrase.split(" "));
  }

  private static String first(String phrase) {
    return words(phrase).getFirst();
  }

  private static String second(String phrase) {
    var words = words(phrase);
    return words.get(Math.min(1, words.size() - 1));
  }

  private static String last(String phrase) {
    return words(phrase).getLast();
  }
}
