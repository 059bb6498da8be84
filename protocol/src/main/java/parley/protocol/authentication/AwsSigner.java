package parley.protocol.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.protocol.handshake.Header;

/**
 * Signs GET requests without a body as AWS asks: Signature Version 4 with AWS4-HMAC-SHA256, in
 * headers or in the query. A signature holds for the given headers, which must name the host, and
 * for the path and the query.
 *
 * @param region such as {@code eu-west-1}
 * @param service such as {@code execute-api}
 * @param time of the request; AWS takes it for five minutes
 */
public record AwsSigner(AwsIdentity identity, String region, String service, Instant time) {

  /** The service of AWS IoT, to which a session token is told beside the signature. */
  public static final String IOT = "iotdevicegateway";

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String DATE = "X-Amz-Date";
  private static final String SESSION_TOKEN = "X-Amz-Security-Token";
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What to add to a request for {@code target} that has {@code signed} among its headers. */
  public List<Header> headers(String target, List<Header> signed) {
    var added = new ArrayList<Header>();
    identity.sessionToken().ifPresent(token -> added.add(new Header(SESSION_TOKEN, token)));
    added.add(new Header(DATE, second()));
    var all = new ArrayList<>(signed);
    all.addAll(added);
    var canonical = new AwsCanonical(target, all);
    added.add(
        new Header(
            "Authorization",
            "%s Credential=%s, SignedHeaders=%s, Signature=%s"
                .formatted(ALGORITHM, credential(), canonical.names(), signature(canonical))));
    return added;
  }

  /**
   * The target with the signature in its query, in place of headers.
   *
   * @param expires how long the signature is good for, in whole seconds
   */
  public String target(String target, List<Header> signed, Duration expires) {
    var query = new StringBuilder(target).append(target.indexOf('?') < 0 ? '?' : '&');
    query.append("X-Amz-Algorithm=").append(ALGORITHM);
    query.append("&X-Amz-Credential=").append(AwsCanonical.encode(credential()));
    query.append("&X-Amz-Date=").append(second());
    query.append("&X-Amz-SignedHeaders=");
    query.append(AwsCanonical.encode(new AwsCanonical(target, signed).names()));
    query.append("&X-Amz-Expires=").append(expires.toSeconds());
    var token =
        identity
            .sessionToken()
            .map(text -> "&" + SESSION_TOKEN + "=" + AwsCanonical.encode(text))
            .orElse("");
    if (!service.equals(IOT)) {
      query.append(token);
    }
    var signature = signature(new AwsCanonical(query.toString(), signed));
    query.append("&X-Amz-Signature=").append(signature);
    return service.equals(IOT) ? query + token : query.toString();
  }

  private String second() {
    return SECOND.format(time);
  }

  private String day() {
    return second().substring(0, 8);
  }

  private String scope() {
    return String.join("/", day(), region, service, "aws4_request");
  }

  private String credential() {
    return identity.accessKey() + "/" + scope();
  }

  private String signature(AwsCanonical request) {
    var text = String.join("\n", ALGORITHM, second(), scope(), hash(request.text()));
    var key = ("AWS4" + identity.secretKey()).getBytes(UTF_8);
    for (var part : List.of(day(), region, service, "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has HmacSHA256", absent);
    }
  }
}
