package parley.protocol.authentication;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that AWS gave out to someone.
 *
 * @param sessionTokenOrNull of temporary ones
 */
public record AwsIdentity(String accessKey, String secretKey, @Nullable String sessionTokenOrNull) {

  public Optional<String> sessionToken() {
    return Optional.ofNullable(sessionTokenOrNull);
  }

  @Override
  public String toString() {
    return "AwsIdentity[accessKey=" + accessKey + "]";
  }
}
