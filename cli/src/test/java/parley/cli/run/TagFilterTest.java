package parley.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.cli.option.Reading;

class TagFilterTest {

  @ParameterizedTest
  @CsvSource({
    "smoke, smoke, true",
    "smoke, slow, false",
    "'smoke,slow', slow, true",
    "'smoke, slow', slow, true",
    "-slow, slow, false",
    "!slow, smoke, true",
    "'smoke,-slow', smoke slow, false",
    "'smoke,-slow', smoke, true",
    "'smoke,-slow', other, false"
  })
  void anyOfTheWantedAndNoneOfTheUnwanted(String filter, String tags, boolean lets) {
    assertThat(
            TagFilter.parse(filter) instanceof Reading.Good<TagFilter>(var good)
                && good.lets(List.of(tags.split(" "))))
        .isEqualTo(lets);
  }

  @Test
  void aTagHasAName() {
    for (var text : List.of("", ",", "a,", "-", "!")) {
      assertThat(TagFilter.parse(text)).isInstanceOf(Reading.Bad.class);
    }
  }
}
