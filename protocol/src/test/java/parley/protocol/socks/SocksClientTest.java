package parley.protocol.socks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.frame.Bytes;
import parley.protocol.socks.SocksClient.Progress;

@DisplayName("RFC 1928 and 1929: SOCKS 5")
class SocksClientTest {

  private static final SocksTarget NAME = SocksTarget.ofName("ab.c", 443);
  private static final String ASKED = "0501000304" + "61622e63" + "01bb";

  private static SocksClient client(String user) {
    return user.isEmpty()
        ? SocksClient.of(NAME)
        : SocksClient.of(NAME, new SocksLogin(Bytes.utf8(user), Bytes.utf8("pw")));
  }

  /** The talk with a proxy that answers {@code hex}, in pieces of {@code size} bytes. */
  private static String talk(SocksClient client, String hex, int size) {
    var said = new ArrayList<>(List.of(client.greeting().toHex()));
    var all = Bytes.hex(hex);
    for (var from = 0; from < all.size(); ) {
      var piece = all.slice(from, Math.min(all.size(), from + size)).asBuffer();
      var before = piece.remaining();
      switch (client.read(piece)) {
        case Progress.Incomplete() -> {}
        case Progress.Send(var bytes) -> said.add(bytes.toHex());
        case Progress.Open() -> {
          said.add("open");
          return String.join(" ", said) + left(all, from + before - piece.remaining());
        }
        case Progress.LoginWanted(var why) -> {
          return String.join(" ", said) + " login: " + why;
        }
        case Progress.Refused(var reply, var code) -> {
          return String.join(" ", said) + " " + code + ": " + reply.words();
        }
        case Progress.NotSocks(var why) -> {
          return String.join(" ", said) + " no SOCKS: " + why;
        }
      }
      from += before - piece.remaining();
    }
    return String.join(" ", said) + " ...";
  }

  private static String left(Bytes all, int from) {
    return from == all.size() ? "" : " +" + all.slice(from, all.size()).toHex();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0500 05000001 7f000001 0050, 050100 ASKED open",
    "'', 0500 05000001 7f000001 0050 abcd, 050100 ASKED open +abcd",
    "'', 0500 05000003 02 6162 0050, 050100 ASKED open",
    "'', 0500 05000003 00 0050, 050100 ASKED open",
    "'', 0500 05000004 00000000000000000000000000000001 0050, 050100 ASKED open",
    "ann, 0500 05000001 7f000001 0050, 05020002 ASKED open",
    "ann, 0502 0100 05000001 7f000001 0050, 05020002 0103616e6e027077 ASKED open",
    "'', 0500 0501, 050100 ASKED 1: general failure of the proxy",
    "'', 0500 0502, 050100 ASKED 2: its rules do not allow the connection",
    "'', 0500 0503, 050100 ASKED 3: the network is unreachable",
    "'', 0500 0504, 050100 ASKED 4: the host is unreachable",
    "'', 0500 0505, 050100 ASKED 5: the server refused the connection",
    "'', 0500 0506, 050100 ASKED 6: the packets went too far: TTL expired",
    "'', 0500 0507, 050100 ASKED 7: it does not open connections: command not supported",
    "'', 0500 0508, 050100 ASKED 8: it does not take this kind of address",
    "'', 0500 05ff, 050100 ASKED 255: a reply without a meaning",
    "'', 05ff, 050100 login: it lets nobody through without a login",
    "ann, 05ff, 05020002 login: it takes neither a user and a password nor nobody's name",
    "ann, 0502 0101, 05020002 0103616e6e027077 login: it does not accept this user and password",
    "'', 0502, '050100 no SOCKS: it chose method 2, which was not offered'",
    "ann, 0501, '05020002 no SOCKS: it chose method 1, which was not offered'",
    "'', 48545450, '050100 no SOCKS: it begins its answer with the byte 0x48, which is not SOCKS"
        + " 5'",
    "'', 0500 04, '050100 ASKED no SOCKS: it begins its reply with the byte 0x04, which is not"
        + " SOCKS 5'",
    "ann, 0502 05, '05020002 0103616e6e027077 no SOCKS: it answers the login with the byte 0x05,"
        + " which is not SOCKS 5'",
    "'', 0500 05000002 7f, 050100 ASKED no SOCKS: its reply has an address of the unknown type 2",
    "'', 0500 05000001 7f, 050100 ASKED ..."
  })
  void talksWhateverTheCuts(String user, String answers, String talk) {
    var hex = answers.replace(" ", "");
    for (var size : List.of(1, 2, 3, hex.length())) {
      assertThat(talk(client(user), hex, size)).isEqualTo(talk.replace("ASKED", ASKED));
    }
  }

  @Test
  void addressesAreAskedForAsTheyAre() {
    var four = SocksClient.of(SocksTarget.ofAddress(Bytes.hex("7f000001"), 80));
    var six = SocksClient.of(SocksTarget.ofAddress(Bytes.hex("00".repeat(15) + "01"), 0xFFFF));

    assertThat(talk(four, "0500", 2)).startsWith("050100 05010001" + "7f000001" + "0050");
    assertThat(talk(six, "0500", 2)).startsWith("050100 05010004" + "00".repeat(15) + "01ffff");
  }

  @Test
  void keepsWhatCameOfAnAnswer() {
    var client = client("");
    client.read(ByteBuffer.wrap(new byte[] {'H', 'T'}));

    assertThat(client.received()).isEqualTo(Bytes.utf8("H"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThat(SocksLogin.fits("a".repeat(255))).isTrue();
    assertThat(SocksLogin.fits("ä".repeat(128))).isFalse();
    assertThat(SocksLogin.fits("")).isFalse();
    assertThatThrownBy(() -> new SocksLogin(Bytes.EMPTY, Bytes.utf8("p")))
        .hasMessage("user and password have 1 to 255 bytes each");
    assertThatThrownBy(() -> new SocksLogin(Bytes.utf8("u"), Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new SocksLogin(Bytes.utf8("ann"), Bytes.utf8("secret")))
        .hasToString("SocksLogin[user=ann]");
    for (var target :
        List.of(
            new SocksTarget(3, Bytes.utf8("a".repeat(255)), 1),
            new SocksTarget(1, Bytes.hex("00000000"), 1))) {
      assertThat(target.port()).isEqualTo(1);
    }
    for (var type : List.of(0, 1, 3, 4)) {
      assertThatThrownBy(() -> new SocksTarget(type, Bytes.EMPTY, 1))
          .hasMessageStartingWith("a host of type " + type);
    }
    assertThatThrownBy(() -> SocksTarget.ofName("a".repeat(256), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
