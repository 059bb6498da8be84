import org.jspecify.annotations.NullMarked;
import parley.engine.session.ScriptRunner;
import parley.script.ScriptPool;

@NullMarked
module parley.script {
  requires static transitive org.jspecify;
  requires transitive parley.engine;
  requires jdk.management;
  requires org.graalvm.polyglot;

  exports parley.script;

  provides ScriptRunner with
      ScriptPool;
}
