package parley.protocol.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateNegotiationTest {

  private static final String NONE = "declined";

  private static List<Extension> list(String value) {
    return switch (ExtensionList.parse(List.of(value))) {
      case ExtensionList.Valid(var extensions) -> extensions;
      case ExtensionList.Malformed(var why) -> throw new AssertionError(why);
    };
  }

  private static String abbreviated(String value) {
    return value.replace("permessage-deflate", "pmd");
  }

  private static String answer(String offers, DeflatePolicy policy) {
    return DeflateNegotiation.agree(list(offers.replace("pmd", "permessage-deflate")), policy)
        .map(agreement -> abbreviated(agreement.answer().toHeaderValue()))
        .orElse(NONE);
  }

  private static DeflateNegotiation.Verdict verdict(String offers, String answer) {
    return DeflateNegotiation.judge(
        list(offers.replace("pmd", "permessage-deflate")),
        list(answer.replace("pmd", "permessage-deflate")).getFirst());
  }

  static IntStream windowBits() {
    return IntStream.rangeClosed(8, 15);
  }

  @Nested
  @DisplayName("RFC 7692, 7.1: a client's offer")
  class Offer {

    @Test
    void statesWhatIsAskedFor() {
      assertThat(DeflateOffer.PLAIN.toHeaderValue()).isEqualTo("permessage-deflate");
      assertThat(DeflateOffer.USUAL.toHeaderValue())
          .isEqualTo("permessage-deflate; client_max_window_bits");
      assertThat(
              DeflateOffer.PLAIN
                  .withServerNoContextTakeover()
                  .withClientNoContextTakeover()
                  .withServerMaxWindowBits(10)
                  .withClientMaxWindowBits(9)
                  .toHeaderValue())
          .isEqualTo(
              "permessage-deflate; server_no_context_takeover; client_no_context_takeover;"
                  + " server_max_window_bits=10; client_max_window_bits=9");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 16})
    void windowBitsAre8To15(int bits) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DeflateOffer.PLAIN.withServerMaxWindowBits(bits));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DeflateOffer.PLAIN.withClientMaxWindowBits(bits));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DeflateParameters(false, false, bits, 15));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DeflateParameters(false, false, 15, bits));
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.1: a server's answer")
  class Agreement {

    @ParameterizedTest
    @CsvSource({
      "pmd, pmd",
      "pmd; client_max_window_bits, pmd",
      "pmd; client_max_window_bits=15, pmd",
      "pmd; client_max_window_bits=10, pmd; client_max_window_bits=10",
      "pmd; server_max_window_bits=15, pmd; server_max_window_bits=15",
      "pmd; server_max_window_bits=8, pmd; server_max_window_bits=8",
      "pmd; server_no_context_takeover, pmd; server_no_context_takeover",
      "pmd; client_no_context_takeover, pmd; client_no_context_takeover"
    })
    void givesWhatTheOfferAsksFor(String offer, String answer) {
      assertThat(answer(offer, DeflatePolicy.AS_OFFERED)).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("parley.protocol.deflate.DeflateNegotiationTest#windowBits")
    void givesEveryWindow(int bits) {
      var offer =
          "pmd; server_max_window_bits=" + bits + "; client_max_window_bits=\"" + bits + "\"";
      var extensions = list(offer.replace("pmd", "permessage-deflate"));

      assertThat(DeflateNegotiation.agree(extensions, DeflatePolicy.AS_OFFERED))
          .get()
          .extracting(DeflateNegotiation.Agreement::parameters)
          .isEqualTo(new DeflateParameters(false, false, bits, bits));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "pmd; server_max_window_bits",
          "pmd; server_max_window_bits=7",
          "pmd; server_max_window_bits=16",
          "pmd; server_max_window_bits=08",
          "pmd; server_max_window_bits=+8",
          "pmd; server_max_window_bits=99999999999",
          "pmd; client_max_window_bits=7",
          "pmd; client_max_window_bits=16",
          "pmd; client_max_window_bits=ten",
          "pmd; client_max_window_bits; client_max_window_bits=10",
          "pmd; server_no_context_takeover=1",
          "pmd; client_no_context_takeover=true",
          "pmd; server_no_context_takeover; server_no_context_takeover",
          "pmd; mystery",
          "pmd; Server_No_Context_Takeover",
          "x-webkit-deflate-frame"
        })
    void declinesWhatIsNotAValidOffer(String offer) {
      assertThat(answer(offer, DeflatePolicy.AS_OFFERED)).isEqualTo(NONE);
    }

    @Test
    @DisplayName("RFC 7692, 5.1: fallbacks")
    void firstAcceptableOfferIsTaken() {
      assertThat(
              answer(
                  "x, pmd; mystery, pmd; server_max_window_bits=9, pmd", DeflatePolicy.AS_OFFERED))
          .isEqualTo("pmd; server_max_window_bits=9");
    }

    @Test
    void withoutCompressionEveryOfferIsDeclined() {
      assertThat(answer("pmd", DeflatePolicy.OFF)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @CsvSource({
      "pmd; client_max_window_bits,"
          + " pmd; server_no_context_takeover; client_no_context_takeover;"
          + " server_max_window_bits=11; client_max_window_bits=10",
      "pmd; client_max_window_bits=9; server_max_window_bits=15,"
          + " pmd; server_no_context_takeover; client_no_context_takeover;"
          + " server_max_window_bits=11; client_max_window_bits=9",
      "'pmd, pmd; client_max_window_bits=15; server_max_window_bits=9',"
          + " pmd; server_no_context_takeover; client_no_context_takeover;"
          + " server_max_window_bits=9; client_max_window_bits=10",
      "pmd; server_max_window_bits=9, declined"
    })
    void ownLimitsAreKept(String offer, String answer) {
      var limits = new DeflateParameters(true, true, 11, 10);

      assertThat(answer(offer, new DeflatePolicy(true, limits))).isEqualTo(answer);
    }
  }

  @Nested
  @DisplayName("RFC 7692, 7.1: a client judges the answer")
  class Verdict {

    @ParameterizedTest
    @CsvSource({
      "pmd, pmd, false, false, 15, 15",
      "pmd, pmd; server_no_context_takeover; client_no_context_takeover, true, true, 15, 15",
      "pmd, pmd; server_max_window_bits=9, false, false, 9, 15",
      "pmd; server_max_window_bits=10, pmd; server_max_window_bits=10, false, false, 10, 15",
      "pmd; server_max_window_bits=10, pmd; server_max_window_bits=8, false, false, 8, 15",
      "pmd; server_no_context_takeover, pmd; server_no_context_takeover, true, false, 15, 15",
      "pmd; client_no_context_takeover, pmd, false, false, 15, 15",
      "pmd; client_max_window_bits, pmd, false, false, 15, 15",
      "pmd; client_max_window_bits, pmd; client_max_window_bits=8, false, false, 15, 8",
      "pmd; client_max_window_bits=10, pmd; client_max_window_bits=10, false, false, 15, 10",
      "pmd; client_max_window_bits=10, pmd; client_max_window_bits=9, false, false, 15, 9",
      "pmd; client_max_window_bits=10, pmd, false, false, 15, 10",
      "'pmd; server_max_window_bits=10, pmd', pmd, false, false, 15, 15",
      "'x, pmd; mystery, pmd', pmd, false, false, 15, 15"
    })
    void rightAnswerIsTaken(
        String offers, String answer, boolean server, boolean client, int serverBits, int bits) {
      var verdict = verdict(offers, answer);

      assertThat(verdict.problems()).isEmpty();
      assertThat(verdict.parameters())
          .contains(new DeflateParameters(server, client, serverBits, bits));
    }

    @ParameterizedTest
    @CsvSource({
      "pmd; server_no_context_takeover, pmd,"
          + " server_no_context_takeover was asked for and is missing",
      "pmd; server_max_window_bits=10, pmd,"
          + " server_max_window_bits=10 was asked for and is missing",
      "pmd; server_max_window_bits=10, pmd; server_max_window_bits=11,"
          + " server_max_window_bits=11 is above the 10 asked for",
      "pmd, pmd; client_max_window_bits=10, client_max_window_bits=10 answers no such parameter",
      "pmd; client_max_window_bits=10, pmd; client_max_window_bits=11,"
          + " client_max_window_bits=11 is above the 10 offered",
      "pmd; client_max_window_bits, pmd; client_max_window_bits,"
          + " 'client_max_window_bits has no value, which only an offer may do'",
      "pmd; mystery, pmd, permessage-deflate was not offered in a valid form",
      "x, pmd, permessage-deflate was not offered in a valid form",
      "'pmd; server_max_window_bits=9, pmd; server_max_window_bits=10', pmd,"
          + " server_max_window_bits=9 was asked for and is missing"
    })
    void wrongAnswerIsNamedAndReadAllTheSame(String offers, String answer, String problem) {
      var verdict = verdict(offers, answer);

      assertThat(verdict.problems()).containsExactly(problem);
      assertThat(verdict.parameters()).isPresent();
    }

    @Test
    void allProblemsAreNamed() {
      var offer = "pmd; server_no_context_takeover; server_max_window_bits=9";

      assertThat(verdict(offer, "pmd; client_max_window_bits=9").problems()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
      "pmd; mystery=1,"
          + " mystery=1 is not a parameter of permessage-deflate or has a wrong value",
      "pmd; server_max_window_bits=7,"
          + " server_max_window_bits=7 is not a parameter of permessage-deflate or has a wrong"
          + " value",
      "pmd; server_max_window_bits=9; server_max_window_bits=10,"
          + " server_max_window_bits=10 repeats its name"
    })
    void answerThatCannotBeReadHasNoParameters(String answer, String problem) {
      var verdict = verdict("pmd", answer);

      assertThat(verdict.problems()).containsExactly(problem);
      assertThat(verdict.parameters()).isEmpty();
    }
  }
}
