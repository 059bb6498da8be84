package parley.workspace.script;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.workspace.ScriptText;
import parley.workspace.ScriptTexts;
import parley.workspace.Workspace;

/**
 * The scripts of a collection as they were read at one time. What a person was shown, what is
 * allowed and what is done are such a reading, so that no text comes in between.
 *
 * @param root the collection's folder
 * @param all by their places
 */
public record SeenScripts(Path root, List<ScriptText> all) {

  public SeenScripts {
    all = List.copyOf(all);
  }

  /** Reads them. Blocks. */
  public static SeenScripts of(Workspace workspace) {
    return new SeenScripts(workspace.root(), ScriptTexts.of(workspace));
  }

  /**
   * What tells them from others. Where a script stands in its file does not matter, so that other
   * lines may change.
   */
  public String hash() {
    var sum = sha256();
    all.stream()
        .flatMap(
            one -> Stream.of(root.relativize(one.at().file()).toString(), one.file(), one.text()))
        .map(SeenScripts::bytes)
        .forEach(bytes -> {
          sum.update(bytes("%d:".formatted(bytes.length)));
          sum.update(bytes);
        });
    return HexFormat.of().formatHex(sum.digest());
  }

  Set<String> texts() {
    return all.stream().map(ScriptText::text).collect(Collectors.toUnmodifiableSet());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
