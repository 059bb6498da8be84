package parley.protocol.socks;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/**
 * Asks a SOCKS 5 proxy for one connection, whatever the cuts of its answers (RFC 1928, 3 to 6; RFC
 * 1929, 2). It takes no byte behind the last answer. It belongs to one thread.
 *
 * <pre>
 *   METHOD -> (LOGIN) -> REPLY -> open
 *   every state -> refused | no SOCKS
 * </pre>
 */
public final class SocksClient {

  private static final int VERSION = 5;
  private static final int LOGIN_VERSION = 1;
  private static final int NO_LOGIN = 0;
  private static final int USER_AND_PASSWORD = 2;
  private static final int NOTHING_ACCEPTABLE = 0xFF;
  private static final int CONNECT = 1;
  private static final int LONGEST_REPLY = 4 + 1 + 255 + 2;

  /** How far it has come. */
  public sealed interface Progress {

    /** More bytes are needed. */
    record Incomplete() implements Progress {}

    /** These bytes are due. */
    record Send(Bytes bytes) implements Progress {}

    /** The connection is open; what comes now is the server's. */
    record Open() implements Progress {}

    /** The proxy wants a login, or another one. */
    record LoginWanted(String why) implements Progress {}

    /** The proxy does not open the connection. */
    record Refused(SocksReply reply, int code) implements Progress {}

    /** No SOCKS 5 proxy answers so. */
    record NotSocks(String why) implements Progress {}
  }

  private enum State {
    METHOD,
    LOGIN,
    REPLY
  }

  private final SocksTarget target;
  private final @Nullable SocksLogin login;
  private final ByteBuffer received = ByteBuffer.allocate(LONGEST_REPLY);
  private State state = State.METHOD;

  private SocksClient(SocksTarget target, @Nullable SocksLogin login) {
    this.target = target;
    this.login = login;
  }

  /** Without a login. */
  public static SocksClient of(SocksTarget target) {
    return new SocksClient(target, null);
  }

  /** With a login, for when the proxy wants one. */
  public static SocksClient of(SocksTarget target, SocksLogin login) {
    return new SocksClient(target, login);
  }

  /** What is sent first: the ways to sign in that are at hand (RFC 1928, 3). */
  public Bytes greeting() {
    return login == null
        ? bytes(VERSION, 1, NO_LOGIN)
        : bytes(VERSION, 2, NO_LOGIN, USER_AND_PASSWORD);
  }

  /** Takes bytes up to the end of one answer. Once it is open or refused, it takes no more. */
  public Progress read(ByteBuffer in) {
    Progress progress = new Progress.Incomplete();
    while (progress instanceof Progress.Incomplete && in.hasRemaining()) {
      received.put(in.get());
      progress = judge();
    }
    return progress;
  }

  /** All bytes of the answer that is being read. */
  public Bytes received() {
    return Bytes.copyOf(received.duplicate().flip());
  }

  private Progress judge() {
    return switch (state) {
      case METHOD -> at(0) == VERSION ? method() : notSocks("begins its answer with");
      case LOGIN -> at(0) == LOGIN_VERSION ? loggedIn() : notSocks("answers the login with");
      case REPLY -> at(0) == VERSION ? reply() : notSocks("begins its reply with");
    };
  }

  private Progress notSocks(String what) {
    return new Progress.NotSocks(
        String.format(Locale.ROOT, "it %s the byte 0x%02X, which is not SOCKS 5", what, at(0)));
  }

  private Progress method() {
    if (received.position() < 2) {
      return new Progress.Incomplete();
    }
    var user = login;
    if (at(1) == NO_LOGIN) {
      return next(State.REPLY, request());
    }
    if (at(1) == USER_AND_PASSWORD && user != null) {
      return next(State.LOGIN, login(user));
    }
    return at(1) == NOTHING_ACCEPTABLE
        ? new Progress.LoginWanted(
            user == null
                ? "it lets nobody through without a login"
                : "it takes neither a user and a password nor nobody's name")
        : new Progress.NotSocks("it chose method " + at(1) + ", which was not offered");
  }

  private Progress next(State following, Bytes bytes) {
    state = following;
    received.clear();
    return new Progress.Send(bytes);
  }

  private static Bytes login(SocksLogin login) {
    var user = login.user();
    var password = login.password();
    return joined(bytes(LOGIN_VERSION, user.size()), user, bytes(password.size()), password);
  }

  private Progress loggedIn() {
    if (received.position() < 2) {
      return new Progress.Incomplete();
    }
    return at(1) == 0
        ? next(State.REPLY, request())
        : new Progress.LoginWanted("it does not accept this user and password");
  }

  /** RFC 1928, 4. */
  private Bytes request() {
    var head = bytes(VERSION, CONNECT, 0, target.type());
    var length = target.type() == SocksTarget.NAME ? bytes(target.host().size()) : Bytes.EMPTY;
    return joined(head, length, target.host(), bytes(target.port() >> 8, target.port() & 0xFF));
  }

  /** RFC 1928, 6; a refusal is told before its address, which some proxies leave out. */
  private Progress reply() {
    var size = received.position();
    if (size < 2) {
      return new Progress.Incomplete();
    }
    if (at(1) != 0) {
      return new Progress.Refused(SocksReply.of(at(1)), at(1));
    }
    if (size < 5) {
      return new Progress.Incomplete();
    }
    var addressBytes =
        switch (at(3)) {
          case SocksTarget.IPV4 -> 4;
          case SocksTarget.IPV6 -> 16;
          case SocksTarget.NAME -> 1 + at(4);
          default -> -1;
        };
    if (addressBytes < 0) {
      return new Progress.NotSocks("its reply has an address of the unknown type " + at(3));
    }
    return size == 4 + addressBytes + 2 ? new Progress.Open() : new Progress.Incomplete();
  }

  private int at(int index) {
    return received.get(index) & 0xFF;
  }

  private static Bytes bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Bytes.of(bytes);
  }

  private static Bytes joined(Bytes... parts) {
    var all = ByteBuffer.allocate(4 + 2 * (1 + SocksLogin.MAX_BYTES));
    for (var part : parts) {
      all.put(part.asBuffer());
    }
    return Bytes.copyOf(all.flip());
  }
}
