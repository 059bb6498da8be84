package parley.cli.create;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.handshake.Header;

/**
 * What a pasted command line says, as far as it was read. Texts may hold templates where the line
 * named variables of the shell.
 */
final class Pasted {

  @Nullable String url;
  final List<Header> headers = new ArrayList<>();
  final Map<String, String> cookies = new LinkedHashMap<>();
  final List<String> subprotocols = new ArrayList<>();
  @Nullable String username;
  @Nullable String password;
  @Nullable String bearer;
  boolean digest;

  /** What {@code --aws-sigv4} of curl says: {@code aws:amz:REGION:SERVICE}. */
  @Nullable String aws;

  boolean followsRedirects;

  /** Of curl; -1 for any number. */
  @Nullable String maxRedirects;

  @Nullable String proxy;
  @Nullable String proxyUser;
  @Nullable String noProxy;
  boolean insecure;
  boolean compression;
  final List<String> authorities = new ArrayList<>();
  @Nullable String certificate;
  @Nullable String key;
  @Nullable String pkcs12;
  @Nullable String passphrase;
  @Nullable String connectTimeout;
  @Nullable String pingEvery;

  /** Lines of {@code tls} that name no files. */
  final Set<String> tls = new LinkedHashSet<>();

  /** Lines of {@code settings} that say by which addresses and sockets the server is reached. */
  final Set<String> route = new LinkedHashSet<>();

  /** Entries of {@code settings: resolve}. */
  final List<String> resolve = new ArrayList<>();

  final List<String> messages = new ArrayList<>();

  /** What could not be carried over, and why. */
  final List<String> lost = new ArrayList<>();

  void user(String text) {
    var colon = text.indexOf(':');
    username = colon < 0 ? text : text.substring(0, colon);
    password = colon < 0 ? "" : text.substring(colon + 1);
  }

  void lose(String what, String why) {
    lost.add(what + ": " + why);
  }
}
