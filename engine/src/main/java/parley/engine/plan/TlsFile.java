package parley.engine.plan;

import java.nio.file.Path;
import parley.model.collection.Source;

/** The path of a file that TLS needs, compiled. */
record TlsFile(TemplatePlan path, FileAccess files) {

  /** A path that never changes is looked for at once. */
  static TlsFile of(Source path, Compiling compiling) {
    var plan = TemplatePlan.of(path, compiling);
    if (plan.isConstant()
        && compiling.files().locate(plan.constant()) instanceof FileAccess.Location.Refused no) {
      compiling.problem(path.at(), "`" + path + "`: " + no.why(), "a file");
    }
    return new TlsFile(plan, compiling.files());
  }

  Path locate(Filling filling) {
    return locate(filling.text(path), filling);
  }

  /** Where {@code text} leads that stands in place of the path. */
  Path locate(String text, Filling filling) {
    var there = new Source(text, path.source().at());
    return switch (files.locate(there)) {
      case FileAccess.Location.At(var file) -> file;
      case FileAccess.Location.Refused(var why) -> {
        filling.fault(there.at(), "`%s`: %s".formatted(there, why));
        yield Path.of("");
      }
    };
  }
}
