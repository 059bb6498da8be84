package parley.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each ends within its limit with a clear result, and harms neither Parley nor the next script. */
final class HostileScriptTest {

  private static final Duration LIMIT = Duration.ofMillis(60);

  @AfterEach
  void theNextScriptFindsEverythingAsItWas() {
    var next =
        Trial.of(
            "vars.set('b', [typeof Java, [3, 1].sort().map((x) => x * 2), JSON.stringify({ x: {}.x"
                + " })])");
    assertThat(next.faultOrNull()).isNull();
    assertThat(next.variables()).containsEntry("b", Trial.value("[\"undefined\", [2, 6], \"{}\"]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true);",
        "try { while (true); } finally { while (true); }",
        "for (;;) { try { while (true); } catch (e) {} }",
        "Promise.resolve().then(function next() { return Promise.resolve().then(next); })",
        "(async () => { while (true) await 1; })()",
        "/(?=(a+))\\1*(a+)+b/.test('a'.repeat(60))",
        "[3, 2, 1].sort(() => { while (true); })",
        "new Array(2 ** 32 - 1).fill(0)",
        "new Array(1e9).join('x')",
        "Array.from({ length: 1e9 })",
        "vars.set('b', { get x() { while (true); } })",
        "console.log({ toJSON() { while (true); } })",
        "expect({ [Symbol.toPrimitive]() { while (true); } }).to.match(/x/)",
        "throw { get message() { while (true); }, toJSON() { while (true); } }",
        "throw new Proxy({}, { get() { while (true); }, getPrototypeOf() { while (true); } })",
        "throw Object.defineProperty(new Error(), 'stack', { get() { while (true); } })",
        "let o = {}; for (let i = 0; ; i++) o['k' + i] = i",
        "eval('while (true);')",
        "new Function('while (true);')()",
      })
  void whatGoesOnForeverIsStopped(String code) {
    var answer = Trial.of(code, "{}", LIMIT);
    assertThat(answer.faultOrNull())
        .matches(
            "the script took (longer than its limit of 60ms|more memory than its limit of 256MB)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const all = []; while (true) all.push('x'.repeat(1000000).toUpperCase())",
        "const all = []; while (true) all.push(new Uint8Array(10000000))",
      })
  void whatTakesMoreAndMoreMemoryIsStopped(String code) {
    assertThat(Trial.of(code, "{}", Duration.ofSeconds(15)).faultOrNull())
        .isEqualTo("the script took more memory than its limit of 256MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RangeError: let s = 'x'; while (true) s += s;",
        "RangeError: 'x'.repeat(2 ** 29)",
        "RangeError: new Uint8Array(2 ** 31 - 1)",
        "RangeError: (function f() { return f() + 1; })()",
        "RangeError: (function f() { [1].map(f); })()",
        "RangeError: JSON.parse('['.repeat(1000000))",
        "RangeError: eval('('.repeat(100000))",
        "RangeError: 2n ** (2n ** 33n)",
        "RangeError: const a = []; a[0] = a; let b = {}; let c = b; for (let i = 0; i < 1e5; i++) c"
            + " = c.x = {}; vars.set('b', b)",
        "ReferenceError: Polyglot.eval('js', '1')",
        "ReferenceError: load('/etc/passwd')",
        "ReferenceError: quit()",
        "ReferenceError: new Worker('x')",
        "ReferenceError: Graal.version",
        "ReferenceError: Packages.java.lang.System",
        "ReferenceError: Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
        "ReferenceError: require('fs')",
        "ReferenceError: fetch('http://127.0.0.1')",
        "ReferenceError: Java.type('java.lang.System')",
        "Error: import('/etc/passwd')",
        "TypeError: vars.get.constructor('return this')().vars.get.call.x.y",
        "TypeError: vars.set('unknown', 1)",
        "TypeError: vars.set('b', () => 1)",
        "TypeError: vars.set('b', (() => { const a = {}; a.a = a; return a; })())",
        "thrown null: throw null",
        "thrown undefined: throw undefined",
        "thrown Symbol(x): throw Symbol('x')",
        "thrown a value that cannot be shown: throw { toJSON() { throw 1; } }",
      })
  void whatCannotBeIsAnErrorWithItsPlace(String row) {
    var code = row.substring(row.indexOf(": ") + 2);
    assertThat(Trial.of(code).faultOrNull())
        .startsWith("line 11 of a.ws.yaml: " + row.substring(0, row.indexOf(": ")));
  }

  @Test
  void changedBuiltInsHarmOnlyTheScriptItself() {
    var answer =
        Trial.of(
            """
            Object.prototype.x = 1;
            Array.prototype.push = Array.prototype.map = JSON.stringify = String = null;
            Object.defineProperty(Object.prototype, 'value', { set() { throw 1; } });
            vars.set('b', [1, 2]);
            """);
    assertThat(answer.faultOrNull()).isNull();
    assertThat(answer.variables()).containsEntry("b", Trial.value("[1, 2]"));
  }

  @Test
  void outputAndMessagesHaveLimits() {
    var printed = Trial.of("for (let i = 0; i < 5000; i++) console.log('x'.repeat(5000))");
    assertThat(printed.notices()).hasSize(1001).last().asString().contains("more than its limit");
    assertThat(printed.notices().getFirst()).hasSize(4003);
    assertThat(Trial.of("for (let i = 0; i < 5000; i++) send('x')").faultOrNull())
        .contains("a script may send 1000 messages");
    assertThat(Trial.of("for (;;) vars.set('b', 'x'.repeat(1000000))").faultOrNull())
        .contains("a script may set and send 16MB in all");
    assertThat(printed.faultOrNull()).contains("prints more than its limit of 1000 lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (let i = 0; i < 1000; i++) test('t' + i, () => {}); expect(1).to.equal(2)",
        "for (let i = 0; i < 1000; i++) test('t' + i, () => {}); test('bad', () => { throw 1; })",
        "for (let i = 0; i < 5000; i++) test('t' + i, () => new Promise(() => {}))",
      })
  void moreChecksThanAScriptMayHaveBreakIt(String code) {
    var answer = Trial.of(code);
    assertThat(answer.checks()).hasSize(1000);
    assertThat(answer.faultOrNull()).isEqualTo("the script has more than its limit of 1000 checks");
  }

  /** The arithmetic of large numbers looks at nothing while it goes on. */
  @Test
  void whatCannotBeStoppedIsLeftAlone() {
    var pool = new ScriptPool();
    assertThat(Trial.of(pool, "3n ** 4000000n", "{}", Duration.ofMillis(20)).faultOrNull())
        .startsWith("the script took longer than its limit of 20ms");
    assertThat(Trial.of(pool, "1", "{}", LIMIT).faultOrNull()).isNull();
  }
}
