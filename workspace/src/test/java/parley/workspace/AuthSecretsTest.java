package parley.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.files.collection.CollectionFiles;
import parley.model.value.Value;

class AuthSecretsTest {

  private static final Map<String, String> PROCESS = Map.of("PAT", "from-env", "STAGE", "staging");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bearer: '{{env.PAT}}'                              | from-env",
        "bearer: 'x {{trim(env.PAT)}} {{pat}}'              | from-env,from-var",
        "bearer: '{{through}}'                              | from-env",
        "bearer: '{{pat}}'                                  | from-var",
        "basic: { username: '{{env.STAGE}}', password: '{{env.PAT}}' } | from-env",
        "api-key: { name: '{{env.STAGE}}', value: '{{pat}}' } | from-var",
        "bearer: abc                                        | ''"
      },
      quoteCharacter = '`')
  void whatAuthNamesIsSecret(String auth, String secrets) throws Exception {
    var file = folder.resolve("a.ws.yaml");
    Files.writeString(
        file,
        "url: ws://localhost/{{env.STAGE}}\n"
            + "variables: { through: '{{env.PAT}}', circle: '{{circle}}' }\n"
            + "auth:\n"
            + "  "
            + auth
            + "\n");
    var conversation = CollectionFiles.read(folder).conversation(file).orElseThrow();
    var given = Map.of("pat", Value.of("from-var"), "other", Value.of("other"));
    var expected = secrets.equals("''") ? new String[0] : secrets.split(",");
    assertThat(AuthSecrets.of(conversation, given, PROCESS)).containsExactlyInAnyOrder(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'http://ann:{{env.PAT}}@proxy:3128'                                      | from-env",
        "{ url: 'http://proxy:3128', username: '{{env.STAGE}}', password: '{{pat}}' } | from-var",
        "{ url: 'http://{{env.PAT}}@proxy', username: a, password: '{{pat}}' } | from-env,from-var",
        "none | ''"
      },
      quoteCharacter = '`')
  void whatProxiesAreToldIsSecret(String proxy, String secrets) throws Exception {
    keyNamesSecrets("proxy: " + proxy, secrets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls: { pkcs12: a.p12, password: '{{env.PAT}}' } | from-env",
        "tls: { certificates: [ { hosts: b, pkcs12: a.p12, password: 'x{{pat}}' } ] } | from-var",
        "proxy: { url: 'https://p', tls: { pkcs12: a.p12, password: '{{pat}}' } } | from-var"
      },
      quoteCharacter = '`')
  void passwordsOfKeysAreSecret(String key, String secrets) throws Exception {
    Files.createFile(folder.resolve("a.p12"));
    keyNamesSecrets(key, secrets);
  }

  private void keyNamesSecrets(String key, String secrets) throws Exception {
    var file = folder.resolve("a.ws.yaml");
    Files.writeString(file, "url: ws://localhost/\n" + key + "\n");
    var conversation = CollectionFiles.read(folder).conversation(file).orElseThrow();
    var given = Map.of("pat", Value.of("from-var"));
    var expected = secrets.equals("''") ? new String[0] : secrets.split(",");
    assertThat(AuthSecrets.of(conversation, given, PROCESS)).containsExactlyInAnyOrder(expected);
  }
}
