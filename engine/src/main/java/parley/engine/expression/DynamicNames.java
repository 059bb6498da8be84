package parley.engine.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of all dynamic variables with what each gives, known without making any data up. */
public final class DynamicNames {

  private static final String TABLE =
      """
      guid: a UUID of version 4
      timestamp: the time now, in seconds since 1970: a number
      isoTimestamp: the time now, as ISO 8601 in UTC
      randomUUID: a UUID of version 4
      randomNanoId: a nano id of 21 characters
      randomAlphaNumeric: an alpha-numeric character
      randomBoolean: true or false
      randomInt: a whole number from 0 to 1000
      randomColor: a color
      randomHexColor: a color as #RRGGBB
      randomAbbreviation: an abbreviation
      randomIP: an IPv4 address
      randomIPV4: an IPv4 address
      randomIPV6: an IPv6 address
      randomMACAddress: a MAC address
      randomPassword: a password of 15 letters and digits
      randomLocale: a language code of two letters (ISO 639-1)
      randomUserAgent: a user agent
      randomProtocol: an internet protocol
      randomSemver: a semantic version number
      randomFirstName: a first name
      randomLastName: a last name
      randomFullName: a first and last name
      randomNamePrefix: a name prefix (e.g. Mr., Mrs., Dr.)
      randomNameSuffix: a name suffix (e.g. Jr., MD, PhD)
      randomJobArea: a job area (e.g. branding, functionality, usability)
      randomJobDescriptor: a job descriptor (e.g. senior, chief, corporate)
      randomJobTitle: a job title (e.g. senior software developer)
      randomJobType: a job type (e.g. supervisor, manager, coordinator)
      randomPhoneNumber: a phone number of 10 digits
      randomPhoneNumberExt: a phone number with a country code, 12 digits
      randomCity: a city name
      randomStreetName: a street name
      randomStreetAddress: a street address (e.g. 1234 Main Street)
      randomCountry: a country
      randomCountryCode: a 2-letter country code (ISO 3166-1 alpha-2)
      randomLatitude: a latitude: a number
      randomLongitude: a longitude: a number
      randomAvatarImage: the address of an avatar
      randomImageUrl: the address of an image
      randomImageDataUri: an image as a data URI
      randomBankAccount: a bank account number of 8 digits
      randomBankAccountName: a bank account name (e.g. savings account, checking account)
      randomCreditCardMask: the last four digits of a credit card
      randomBankAccountBic: a BIC (Bank Identifier Code)
      randomBankAccountIban: a 15-31 character IBAN (International Bank Account Number)
      randomTransactionType: a transaction type (e.g. invoice, payment, deposit)
      randomCurrencyCode: a 3-letter currency code (ISO-4217)
      randomCurrencyName: a currency name
      randomCurrencySymbol: a currency symbol
      randomBitcoin: a bitcoin address
      randomPrice: a number from 0.00 to 1000.00 with two decimals
      randomCompanyName: a company name
      randomCompanySuffix: a company suffix (e.g. Inc, LLC, Group)
      randomBs: a phrase of business speak
      randomBsAdjective: a business speak adjective
      randomBsBuzz: a business speak buzzword
      randomBsNoun: a business speak noun
      randomCatchPhrase: a catchphrase
      randomCatchPhraseAdjective: a catchphrase adjective
      randomCatchPhraseDescriptor: a catchphrase descriptor
      randomCatchPhraseNoun: the noun of a catchphrase
      randomDatabaseColumn: a database column name (e.g. updatedAt, token, group)
      randomDatabaseType: a database type (e.g. tiny int, double, point)
      randomDatabaseCollation: a database collation (e.g. cp1250_bin)
      randomDatabaseEngine: a database engine (e.g. Memory, Archive, InnoDB)
      randomDateFuture: a future datetime
      randomDatePast: a past datetime
      randomDateRecent: a recent datetime
      randomWeekday: a weekday
      randomMonth: a month
      randomDomainName: a domain name (e.g. gracie.biz, trevor.info)
      randomDomainSuffix: a domain suffix (e.g. .com, .net, .org)
      randomDomainWord: an unqualified domain name (a name with no dots)
      randomEmail: an email address
      randomExampleEmail: an email address that belongs to nobody (e.g. ben@example.com)
      randomUserName: a username
      randomUrl: a URL
      randomFileName: a file name (includes uncommon extensions)
      randomFileType: a file type (includes uncommon file types)
      randomFileExt: a file extension (includes uncommon extensions)
      randomCommonFileName: a file name
      randomCommonFileType: a common file type (e.g. video, text, image)
      randomCommonFileExt: a common file extension (.doc, .jpg)
      randomFilePath: a file path
      randomDirectoryPath: a directory path
      randomMimeType: a MIME type
      randomProduct: a product (e.g. shoes, table, chair)
      randomProductAdjective: a product adjective (e.g. tasty, eco-friendly)
      randomProductMaterial: a product material (e.g. steel, plastic, leather)
      randomProductName: a product name (e.g. handmade concrete tuna)
      randomDepartment: a commerce category (e.g. electronics, clothing)
      randomNoun: a noun
      randomVerb: a verb
      randomIngverb: a verb ending in "-ing"
      randomAdjective: an adjective
      randomPhrase: a phrase
      randomWord: a word
      randomWords: some words
      randomLoremWord: a word of lorem ipsum text
      randomLoremWords: some words of lorem ipsum text
      randomLoremSentence: a sentence of lorem ipsum text
      randomLoremSentences: 2 to 6 sentences of lorem ipsum
      randomLoremParagraph: a paragraph of lorem ipsum text
      randomLoremParagraphs: 3 paragraphs of lorem ipsum
      randomLoremText: 1 to 3 sentences of lorem ipsum
      randomLoremSlug: words of lorem ipsum as in a URL
      randomLoremLines: 1 to 5 lines of lorem ipsum
      randomAbstractImage: the address of an image: abstract
      randomAnimalsImage: the address of an image: animal
      randomBusinessImage: the address of an image: business
      randomCatsImage: the address of an image: cat
      randomCityImage: the address of an image: city
      randomFoodImage: the address of an image: food
      randomNightlifeImage: the address of an image: nightlife
      randomFashionImage: the address of an image: fashion
      randomPeopleImage: the address of an image of a person
      randomNatureImage: the address of an image: nature
      randomSportsImage: the address of an image: sports
      randomTransportImage: the address of an image: transportation
      """;

  /** What each gives, by its name without the {@code $}, in the order of the guide. */
  public static final Map<String, String> MEANINGS = meanings();

  private DynamicNames() {}

  private static Map<String, String> meanings() {
    var meanings = new LinkedHashMap<String, String>();
    TABLE
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(parts -> meanings.put(parts[0], parts[1]));
    return Collections.unmodifiableMap(meanings);
  }
}
