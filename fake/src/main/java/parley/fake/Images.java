package parley.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where pictures are, and small ones of our own. */
final class Images {

  /** What the picture of each variable shows. */
  static final Map<String, String> CATEGORIES =
      Stream.of(
              "Abstract",
              "Animals",
              "Business",
              "Cats",
              "City",
              "Food",
              "Nightlife",
              "Fashion",
              "People",
              "Nature",
              "Sports",
              "Transport")
          .collect(
              Collectors.toUnmodifiableMap(
                  one -> "random" + one + "Image", one -> one.toLowerCase(Locale.ROOT)));

  private Images() {}

  static String address(String category, Draw draw) {
    return "https://loremflickr.com/640/480/" + category + "?lock=" + draw.between(1, 9999);
  }

  /** A picture of one color. */
  static String dataUri(Draw draw) {
    var svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><rect width=\"64\""
            + " height=\"64\" fill=\"#%06x\"/></svg>".formatted(draw.between(0, 0xffffff));
    var bytes = svg.getBytes(StandardCharsets.US_ASCII);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
