package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.interop.Maker.JETTY;
import static parley.interop.Maker.PARLEY;
import static parley.interop.Maker.WEBSOCKETS;
import static parley.interop.Maker.WS;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both sides agree on the parameters of permessage-deflate and keep to them (RFC 7692, 7.1): each
 * pair of makers with what each of them can ask for.
 */
@ExtendWith(Peers.Extension.class)
final class DeflateParametersTest {

  private static final String NO_SERVER_CONTEXT = "server_no_context_takeover";
  private static final String NO_CLIENT_CONTEXT = "client_no_context_takeover";
  private static final String CLIENT_BITS = "client_max_window_bits";
  private static final String SERVER_BITS_9 = "server_max_window_bits=9";
  private static final String CLIENT_BITS_8 = "client_max_window_bits=8";

  private static final List<String> OFFERS =
      List.of(
          "",
          NO_SERVER_CONTEXT,
          NO_CLIENT_CONTEXT,
          NO_SERVER_CONTEXT + "&" + NO_CLIENT_CONTEXT,
          CLIENT_BITS,
          CLIENT_BITS_8,
          "client_max_window_bits=9",
          "client_max_window_bits=15",
          SERVER_BITS_9,
          "server_max_window_bits=12",
          "server_max_window_bits=15",
          "server_max_window_bits=10&client_max_window_bits=10&" + NO_SERVER_CONTEXT);

  /** Only scripts can demand what was not offered. */
  private static final List<String> DEMANDS =
      List.of(
          NO_SERVER_CONTEXT,
          NO_CLIENT_CONTEXT,
          SERVER_BITS_9,
          CLIENT_BITS_8,
          "client_max_window_bits=11",
          "server_max_window_bits=10&client_max_window_bits=10&" + NO_CLIENT_CONTEXT);

  /** An offer of the client, and what the server demands beyond it. */
  record Deal(Maker client, Maker server, String offer, String demand) {
    @Override
    public String toString() {
      return "%s offers [%s] to %s, which demands [%s]".formatted(client, offer, server, demand);
    }

    /** What works with none but the peer's own kind; each is held by a test below or said here. */
    boolean isBeyondThePeer() {
      return (client == JETTY && offer.equals(NO_CLIENT_CONTEXT))
          || (server == JETTY && offer.contains("server_max_window_bits"))
          // Python's zlib refuses to compress with 8 bits.
          || (client == WEBSOCKETS && offer.equals(CLIENT_BITS_8));
    }
  }

  static Stream<Deal> deals() {
    var offered =
        Stream.of(WS, WEBSOCKETS, JETTY)
            .flatMap(maker -> OFFERS.stream().flatMap(offer -> bothWays(maker, offer)))
            .filter(deal -> !deal.isBeyondThePeer());
    var demanded =
        Stream.of(WS, WEBSOCKETS)
            .flatMap(maker ->
                DEMANDS.stream().map(demand -> new Deal(PARLEY, maker, CLIENT_BITS, demand)));
    return Stream.concat(offered, demanded);
  }

  private static Stream<Deal> bothWays(Maker maker, String offer) {
    return Stream.of(new Deal(PARLEY, maker, offer, ""), new Deal(maker, PARLEY, offer, ""));
  }

  private final Peers peers;

  DeflateParametersTest(Peers peers) {
    this.peers = peers;
  }

  @ParameterizedTest
  @MethodSource("deals")
  void messagesArriveWithTheParametersAgreedOn(Deal deal) {
    var client = open(deal);
    assertThat(client.next())
        .isInstanceOfSatisfying(
            Heard.Opened.class, opened -> assertThat(agreed(opened)).containsAll(expected(deal)));
    for (var message : messages()) {
      client.text(message);
      assertThat(client.next()).isEqualTo(new Heard.Text(message));
    }
    client.close(1000, "");
    assertThat(client.next()).isEqualTo(new Heard.Closed(1000, ""));
  }

  private PeerClient open(Deal deal) {
    var client = peers.client(deal.client());
    var port = peers.server(deal.server()).echoPort(false);
    var url = "ws://127.0.0.1:%d/%s".formatted(port, Deflate.of(deal.demand()).toQuery());
    client.open(URI.create(url), List.of(), Deflate.of(deal.offer()));
    return client;
  }

  private static List<String> agreed(Heard.Opened opened) {
    return Stream.of(opened.extensions().split(";", -1)).map(String::strip).toList();
  }

  /**
   * The client's window in an offer is but a hint, and need not be answered (RFC 7692, 7.1.2.2).
   */
  private static List<String> expected(Deal deal) {
    var ofOffer = split(deal.offer()).filter(parameter -> !parameter.startsWith(CLIENT_BITS));
    return Stream.concat(
            Stream.of("permessage-deflate"), Stream.concat(ofOffer, split(deal.demand())))
        .toList();
  }

  private static Stream<String> split(String parameters) {
    return Stream.of(parameters.split("&", -1)).filter(parameter -> !parameter.isEmpty());
  }

  /** Repetitions within every window and beyond it, in one message and from one to the next. */
  private static List<String> messages() {
    var digits =
        new Random(7)
            .ints(40_000, '0', '9' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return List.of(
        "tick tick tick", "tick tick tick", digits.substring(0, 300).repeat(3), digits, "", digits);
  }

  /**
   * RFC 7692, 7.1.2.1: a server that accepts the parameter answers with it. Jetty leaves it out.
   */
  @Test
  void serverWindowThatJettyLeavesUnansweredIsAViolation() {
    var client = open(new Deal(PARLEY, JETTY, SERVER_BITS_9, ""));
    assertThat(client.next())
        .isInstanceOfSatisfying(
            Heard.Failed.class,
            failed -> assertThat(failed.text()).contains(SERVER_BITS_9 + " was asked for"));
  }

  /** RFC 7692, 7.1.1.2: Jetty agrees to keep no context as a client, and keeps it nevertheless. */
  @Test
  void contextThatJettyKeepsAgainstItsWordIsCorruptData() {
    var client = open(new Deal(JETTY, PARLEY, NO_CLIENT_CONTEXT, ""));
    assertThat(client.next()).isInstanceOf(Heard.Opened.class);
    client.text("tick tick tick");
    assertThat(client.next()).isEqualTo(new Heard.Text("tick tick tick"));
    client.text("tick tick tick");
    assertThat(client.next())
        .isInstanceOfSatisfying(
            Heard.Closed.class, closed -> assertThat(closed.code()).isEqualTo(1007));
  }
}
