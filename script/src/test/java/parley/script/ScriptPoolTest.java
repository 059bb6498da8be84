package parley.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.engine.session.ScriptAnswer;
import parley.model.outcome.CheckOutcome;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;

final class ScriptPoolTest {

  private static final String MESSAGE =
      """
      { "connection": "",
        "messages": [{ "number": 3, "kind": "text", "text": "{\\"id\\": 12345678901234567890, \\"n\\": [1.10]}",
          "connection": "", "headers": { "X-Node": "a" } }] }\
      """;

  @Test
  void variablesGoInAndOutWithTheirTypes() {
    var answer =
        Trial.of(
            """
            vars.set('a', vars.get('a') + 1);
            vars.set('b', { big: vars.get('big')[0] + 1n, list: [vars.get('big')[1], null, 'x', true] });
            console.log(vars.has('b'), vars.has('nothing'), vars.get('nothing'), typeof vars.get('big')[0]);
            """);
    assertThat(answer.faultOrNull()).isNull();
    assertThat(answer.variables())
        .containsEntry("a", Value.of(2))
        .containsEntry(
            "b",
            Trial.value("{\"big\": 12345678901234567891, \"list\": [1.1, null, \"x\", true]}"));
    assertThat(answer.notices()).containsExactly("true false undefined bigint");
  }

  @Test
  void messageIsThereAsTextAsJsonAndAsBytes() {
    var answer =
        Trial.of(
            """
            expect(message.kind).to.equal('text');
            expect(message.json.id).to.equal(12345678901234567890n);
            expect(message.json).to.have.nested.property('n[0]', 1.1);
            expect(message.bytes[0]).to.equal('{'.charCodeAt(0));
            expect(message.headers.get('x-node')).to.equal('a');
            expect(messages).to.have.lengthOf(1);
            send('hi'); send({ id: message.json.id }, 'bob'); send(new Uint8Array([1, 255]));
            """,
            MESSAGE);
    assertThat(answer.faultOrNull()).isNull();
    assertThat(answer.checks()).isEmpty();
    assertThat(answer.sends())
        .extracting(ScriptAnswer.Sent::connectionOrNull)
        .containsExactly(null, "bob", null);
    assertThat(answer.sends())
        .extracting(one ->
            switch (one.outgoing()) {
              case Outgoing.Text(var payload, _) -> payload.toText();
              case Outgoing.Binary(var payload, _) -> payload.toHex();
              case Outgoing other -> other.toString();
            })
        .containsExactly("hi", "{\"id\":12345678901234567890}", "01ff");
  }

  @Test
  void requestCanBeChanged() {
    var answer =
        Trial.of(
            """
            expect(request.params.get('user')).to.equal('ann b');
            request.headers.set('X-Sign', 7); request.headers.remove('x-old');
            request.params.set('t', 'a&b'); request.url = request.url.replace('/x', '/y');
            expect(request.headers.has('X-Old')).to.be.false;
            """,
            """
            { "request": { "connection": "", "url": "ws://a/x?user=ann%20b", "headers": { "X-Old": "1" } } }\
            """);
    assertThat(answer.checks()).isEmpty();
    assertThat(answer.faultOrNull()).isNull();
    assertThat(answer.change().urlOrNull()).isEqualTo("ws://a/y?user=ann%20b");
    assertThat(answer.change().headers())
        .containsEntry("X-Sign", Value.of("7"))
        .containsEntry("x-old", Value.NULL);
    assertThat(answer.change().params()).containsEntry("t", Value.of("a&b"));
  }

  @Test
  void theWordsOfExpectHold() {
    assertThat(
            Trial.misses(
                """
                expect(1).to.equal(1); expect(1).to.not.equal(2); expect({ a: [1] }).to.eql({ a: [1] });
                expect({ a: 1 }).to.deep.equal({ a: 1 }); expect([1, 2]).to.contain(2); expect('abc').to.include('bc');
                expect([{ a: 1 }]).to.deep.include({ a: 1 }); expect({ a: 1, b: 2 }).to.include({ a: 1 });
                expect('abc').to.match(/^a/); expect({ a: 1 }).to.have.property('a').that.is.above(0);
                expect({ a: { b: [5] } }).to.have.nested.property('a.b[0]', 5); expect(5).to.be.below(6).and.above(4);
                expect(5).to.be.at.least(5); expect(5).to.be.at.most(5); expect(5).to.be.within(1, 5);
                expect(true).to.be.true; expect(false).to.be.false; expect(null).to.be.null; expect(undefined).to.be.undefined;
                expect(NaN).to.be.NaN; expect('x').to.exist; expect('x').to.be.ok; expect([]).to.be.empty; expect({}).to.be.empty;
                expect('').to.be.empty; expect([1]).to.not.be.empty; expect('abc').to.have.lengthOf(3); expect([1]).to.have.length(1);
                expect([1, 2]).to.have.length.above(1); expect(2).to.be.oneOf([1, 2]); expect(2).not.to.be.oneOf([1]);
                expect([1]).to.be.an('array'); expect('x').to.be.a('string').that.contains('x'); expect(1n).to.be.a('bigint');
                expect({ a: 1, b: 2 }).to.have.all.keys('a', 'b').and.any.keys('b', 'c'); expect({ a: 1, b: 2 }).to.contain.keys(['a']);
                expect([1, 2]).to.have.members([2, 1]); expect([1, 2, 3]).to.include.members([3]);
                expect(() => { throw new TypeError('bad x'); }).to.throw('bad'); expect(() => {}).to.not.throw();
                expect(() => { throw new TypeError('bad x'); }).to.throw(TypeError); expect(new Date()).to.be.a('date');
                expect(1.05).to.be.closeTo(1, 0.1); expect(4).to.satisfy((n) => n % 2 === 0); expect(new Map([[1, 2]])).to.have.lengthOf(1);
                """))
        .isEmpty();
  }

  @Test
  void missesSayWhatWasExpectedAndFoundAndWhere() {
    assertThat(
            Trial.misses(
                """
                test('equal', () => expect('a').to.equal('b'));
                test('not', () => expect([1]).to.not.be.empty.and.contain(3));
                test('property', () => expect({ a: 1 }).to.have.property('b'));
                test('value', () => expect({ a: 1 }).to.have.property('a', 2));
                test('same', () => expect({ a: 1 }).to.equal({ a: 1 }));
                test('length', () => expect('abc').to.have.lengthOf(2));
                test('type', () => expect(null).to.be.an('object'));
                test('broken', () => expect('x').to.be.above(1));
                test('typo', () => expect('x').to.be.emtpy);
                test('later', async () => { await null; expect(1).to.be.null; });
                test('thrown', () => { throw new Error('no'); });
                test('good', () => {});
                expect(5, 'the total').to.be.below(4);
                """))
        .containsExactly(
            "11: equal: \"b\", found \"a\"",
            "12: not: something that contains 3, found [1]",
            "13: property: the property b, found {\"a\":1}",
            "14: value: the property a 2, found a 1",
            "15: same: {\"a\":1}, found {\"a\":1}, another object of the same value (eql compares"
                + " values)",
            "16: length: the length 2, found the length 3",
            "17: type: an object, found null null",
            "18: broken: a test that ends, found TypeError: it is \"x\", which is neither a number"
                + " nor a date",
            "19: typo: a test that ends, found TypeError: expect(...) knows no `emtpy`",
            "21: thrown: a test that ends, found Error: no",
            "20: later: null, found 1",
            "23: the total: below 4, found 5");
  }

  @Test
  void testsThatCannotPassAreToldWhateverTheyAreCalled() {
    assertThat(
            Trial.misses(
                """
                test('', () => { throw new Error('no'); });
                test('never', () => new Promise(() => {}));
                test('halfway', async () => { await new Promise(() => {}); });
                test('', async () => { await null; expect(1).to.equal(2); });
                test('good', async () => { await null; });
                Promise = class {};
                test('changed', async () => { throw new Error('no'); });
                """))
        .containsExactly(
            "11: test: a test that ends, found Error: no",
            "17: changed: a test that ends, found Error: no",
            "14: test: 2, found 1",
            "12: never: a test that ends, found no end",
            "13: halfway: a test that ends, found no end");
    var all = "for (let i = 0; i < 1000; i++) test('t' + i, async () => { await null; })";
    assertThat(Trial.of(all).faultOrNull()).isNull();
    assertThat(Trial.of(all).checks()).hasSize(1000).allMatch(CheckOutcome::holds);
  }

  @Test
  void errorsNameTheLineOfTheFile() {
    assertThat(Trial.of("let a = 1;\n\nmissing();").faultOrNull())
        .isEqualTo("line 13 of a.ws.yaml: ReferenceError: missing is not defined");
    assertThat(Trial.of("let a = 1;\nlet b = ;").faultOrNull())
        .startsWith("line 12 of a.ws.yaml: SyntaxError: ");
    assertThat(Trial.of("pm.test('x', () => {})").faultOrNull())
        .isEqualTo(
            "line 11 of a.ws.yaml: ReferenceError: pm is not defined: scripts of Parley have vars,"
                + " message, request, send, test and expect");
    assertThat(Trial.of("Promise.reject(new Error('late'))").faultOrNull()).contains("late");
  }

  @Test
  void theSameSeedGivesTheSameRandomNumbers() {
    var code = "console.log(Math.random(), Math.random())";
    assertThat(Trial.of(code).notices()).isEqualTo(Trial.of(code).notices());
    assertThat(List.of(Trial.of(code).notices().getFirst().split(" "))).doesNotHaveDuplicates();
  }
}
