// What scripts see: vars, message, messages, request, result, send, test, expect, console.
// Runs before each script, in the script's own context; `host` is the only way out, and takes texts alone.
(function (host, given, seed, tag) {
  'use strict';

  // A script may change every built-in object; what is used here is what was there before it.
  const { parse, stringify } = JSON;
  const { isArray, from: arrayFrom } = Array;
  const { is, keys: keysOf, defineProperty, freeze, hasOwn } = Object;
  const { apply } = Reflect;
  const toText = String;
  const Err = Error;
  const Type = TypeError;
  const Bytes = Uint8Array;
  const big = BigInt;
  const Later = Promise;
  const uncurry = (method) => (self, ...args) => apply(method, self, args);
  const sliceOf = uncurry(String.prototype.slice);
  const indexIn = uncurry(String.prototype.indexOf);
  const startsIn = uncurry(String.prototype.startsWith);
  const lower = uncurry(String.prototype.toLowerCase);
  const joined = uncurry(Array.prototype.join);
  const mapped = uncurry(Array.prototype.map);
  const some = uncurry(Array.prototype.some);
  const every = uncurry(Array.prototype.every);
  const testOf = uncurry(RegExp.prototype.test);
  const tagOf = uncurry(Object.prototype.toString);
  const then = uncurry(Promise.prototype.then);

  const MAX_SHOWN = 300;

  // What the host refuses is an error of the script.
  function tell(...words) {
    const wrong = host(...words);
    if (wrong) throw new Type(wrong);
  }

  // Values go in and out as JSON; whole numbers beyond 2^53 are BigInts here, a tagged text on the way.
  function read(json) {
    return indexIn(json, tag) < 0
      ? parse(json)
      : parse(json, (_, v) => (typeof v === 'string' && startsIn(v, tag) ? big(sliceOf(v, tag.length)) : v));
  }

  function write(value, what) {
    const json = stringify(value, (_, v) => (typeof v === 'bigint' ? tag + toText(v) : v));
    if (json === undefined) {
      throw new Type(what + ' is ' + show(value) + ', which is no JSON value');
    }
    return json;
  }

  function cut(text) {
    return text.length > MAX_SHOWN ? sliceOf(text, 0, MAX_SHOWN) + '...' : text;
  }

  // A value as messages have it.
  function show(value) {
    try {
      switch (typeof value) {
        case 'string':
          return cut(stringify(value));
        case 'bigint':
        case 'symbol':
        case 'number':
        case 'boolean':
        case 'undefined':
          return cut(is(value, -0) ? '-0' : toText(value));
        case 'function':
          return 'function ' + (value.name || '(without a name)');
        default:
          return value === null ? 'null' : cut(shownObject(value));
      }
    } catch (_) {
      return 'a value that cannot be shown';
    }
  }

  function shownObject(value) {
    if (value instanceof Err) return value.name + ': ' + value.message;
    if (value instanceof RegExp || value instanceof Date) return toText(value);
    if (value instanceof Map || value instanceof Set) {
      return tagOf(value) + ' ' + stringify(arrayFrom(value), plain);
    }
    if (ArrayBuffer.isView(value)) return 'bytes [' + joined(value.subarray(0, 32), ', ') + ']';
    return stringify(value, plain);
  }

  function plain(_, v) {
    return typeof v === 'bigint' ? toText(v) : typeof v === 'function' || v === undefined ? '(' + typeof v + ')' : v;
  }

  // Assertions, in the words of Chai.

  const misses = new WeakMap();
  const noteMiss = uncurry(WeakMap.prototype.set);
  const missOf = uncurry(WeakMap.prototype.get);

  function miss(expected, found, subject) {
    const error = new Err((subject ? subject + ': ' : '') + 'expected ' + expected + ', found ' + found);
    error.name = 'ExpectationError';
    noteMiss(misses, error, { expected, found, subject });
    return error;
  }

  function typeOf(value) {
    if (value === null) return 'null';
    if (isArray(value)) return 'array';
    if (typeof value !== 'object') return typeof value;
    return lower(sliceOf(tagOf(value), 8, -1));
  }

  function deepEqual(a, b, seen) {
    if (is(a, b)) return true;
    if (typeof a === 'bigint' || typeof b === 'bigint') return a == b && typeof a !== 'string' && typeof b !== 'string';
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (typeOf(a) !== typeOf(b)) return false;
    if (some(seen, (pair) => pair[0] === a && pair[1] === b)) return true;
    const pairs = [...seen, [a, b]];
    if (a instanceof Date) return a.getTime() === b.getTime();
    if (a instanceof RegExp) return toText(a) === toText(b);
    if (a instanceof Map || a instanceof Set) return deepEqual(arrayFrom(a), arrayFrom(b), pairs);
    const names = keysOf(a);
    return names.length === keysOf(b).length
      && every(names, (name) => hasOwn(b, name) && deepEqual(a[name], b[name], pairs));
  }

  const deep = (a, b) => deepEqual(a, b, []);

  const { abs } = Math;

  function comparable(value, what) {
    if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Date) return value;
    throw new Type(what + ' is ' + show(value) + ', which is neither a number nor a date');
  }

  function lengthOf(value) {
    if (value !== null && value !== undefined) {
      if (typeof value.length === 'number') return value.length;
      if (typeof value.size === 'number') return value.size;
    }
    throw new Type('it is ' + show(value) + ', which has no length');
  }

  function contains(all, one, same) {
    if (typeof all === 'string') return indexIn(all, toText(one)) >= 0;
    if (isArray(all)) return some(all, (item) => same(item, one));
    if (all instanceof Map) return some(arrayFrom(all.values()), (item) => same(item, one));
    if (all instanceof Set) return some(arrayFrom(all), (item) => same(item, one));
    if (typeof all === 'object' && all !== null && typeof one === 'object' && one !== null) {
      return every(keysOf(one), (name) => hasOwn(all, name) && same(all[name], one[name]));
    }
    throw new Type('it is ' + show(all) + ', which can contain nothing');
  }

  // Dots and brackets lead inwards: a.b[0].c
  function at(value, path) {
    let found = value;
    for (const part of path.replace(/\[(\d+)\]/g, '.$1').split('.')) {
      if (found === null || found === undefined || !(part in Object(found))) return { there: false };
      found = found[part];
    }
    return { there: true, value: found };
  }

  // Each word of a chain is a new assertion; what was said so far is in its state.
  function Assertion(state) {
    defineProperty(this, 'state', { value: state });
  }

  function expect(value, message) {
    return new Assertion({ value, message: message === undefined ? '' : toText(message) });
  }

  function judge(state, holds, phrase, found) {
    if (!holds !== !!state.not) {
      throw miss((state.not ? 'not ' : '') + phrase, found === undefined ? show(state.value) : found, state.message);
    }
    return new Assertion({ ...state, not: false });
  }

  function words(names, next) {
    for (const name of names) {
      defineProperty(Assertion.prototype, name, {
        get() {
          return next(this.state, this);
        },
      });
    }
  }

  function verbs(names, check) {
    for (const name of names) {
      defineProperty(Assertion.prototype, name, {
        value: function (...args) {
          return check(this.state, ...args);
        },
      });
    }
  }

  // To be called, as in `to.contain(x)`, or on the way, as in `to.contain.keys(x)`.
  function either(names, check, next) {
    words(names, (state) => new Proxy((...args) => check(state, ...args), { get: (_, key) => next(state)[key] }));
  }

  const same = (state) => (state.deep ? deep : (a, b) => a === b);
  const isMap = (value) => typeof value === 'object' && value !== null;

  words(['to', 'be', 'been', 'is', 'that', 'which', 'and', 'has', 'have', 'with', 'at', 'of', 'same', 'but', 'does', 'still', 'also', 'all'], (_, self) => self);
  words(['any'], (s) => new Assertion({ ...s, any: true }));
  words(['not'], (s) => new Assertion({ ...s, not: true }));
  words(['deep'], (s) => new Assertion({ ...s, deep: true }));
  words(['nested'], (s) => new Assertion({ ...s, nested: true }));
  words(['own'], (s) => new Assertion({ ...s, own: true }));

  words(['true'], (s) => judge(s, s.value === true, 'true'));
  words(['false'], (s) => judge(s, s.value === false, 'false'));
  words(['null'], (s) => judge(s, s.value === null, 'null'));
  words(['undefined'], (s) => judge(s, s.value === undefined, 'undefined'));
  words(['NaN'], (s) => judge(s, typeof s.value === 'number' && s.value !== s.value, 'NaN'));
  words(['ok'], (s) => judge(s, s.value, 'something truthy'));
  words(['exist'], (s) => judge(s, s.value !== null && s.value !== undefined, 'something that exists'));
  words(['empty'], (s) => judge(s, isEmpty(s.value), 'something empty'));

  function isEmpty(value) {
    const named = isMap(value) && !isArray(value) && !(value instanceof Map || value instanceof Set || ArrayBuffer.isView(value));
    return named ? keysOf(value).length === 0 : lengthOf(value) === 0;
  }

  verbs(['equal', 'equals', 'eq'], (s, other) => judge(s, same(s)(s.value, other), show(other), hintOf(s.value, other)));
  verbs(['eql', 'eqls'], (s, other) => judge(s, deep(s.value, other), show(other)));
  either(
    ['contain', 'contains', 'include', 'includes'],
    (s, other) => judge(s, contains(s.value, other, same(s)), 'something that contains ' + show(other)),
    (s) => new Assertion({ ...s, contain: true }));
  either(
    ['a', 'an'],
    (s, type) => judge(s, typeOf(s.value) === lower(type), (testOf(/^[aeiou]/, type) ? 'an ' : 'a ') + lower(type), typeOf(s.value) + ' ' + show(s.value)),
    (s) => new Assertion(s));
  either(
    ['length', 'lengthOf'],
    (s, wanted) => judge(s, lengthOf(s.value) === wanted, 'the length ' + show(wanted), 'the length ' + lengthOf(s.value)),
    (s) => new Assertion({ ...s, value: lengthOf(s.value) }));
  verbs(['instanceof', 'instanceOf'], (s, type) => judge(s, s.value instanceof type, 'an instance of ' + show(type)));
  verbs(['match', 'matches'], (s, pattern) => judge(s, testOf(new RegExp(pattern), toText(s.value)), 'a text that matches ' + pattern));
  verbs(['string'], (s, part) => judge(s, typeof s.value === 'string' && indexIn(s.value, part) >= 0, 'a text with ' + show(part)));
  verbs(['startWith', 'startsWith'], (s, part) => judge(s, typeof s.value === 'string' && startsIn(s.value, part), 'a text that starts with ' + show(part)));
  verbs(['above', 'gt', 'greaterThan'], (s, limit) => judge(s, comparable(s.value, 'it') > comparable(limit, 'the limit'), 'above ' + show(limit)));
  verbs(['below', 'lt', 'lessThan'], (s, limit) => judge(s, comparable(s.value, 'it') < comparable(limit, 'the limit'), 'below ' + show(limit)));
  verbs(['least', 'gte'], (s, limit) => judge(s, comparable(s.value, 'it') >= comparable(limit, 'the limit'), 'at least ' + show(limit)));
  verbs(['most', 'lte'], (s, limit) => judge(s, comparable(s.value, 'it') <= comparable(limit, 'the limit'), 'at most ' + show(limit)));
  verbs(['within'], (s, low, high) => judge(s, comparable(s.value, 'it') >= low && s.value <= high, 'within ' + show(low) + '..' + show(high)));
  verbs(['closeTo', 'approximately'], (s, other, delta) => judge(s, abs(comparable(s.value, 'it') - other) <= delta, show(other) + ' give or take ' + show(delta)));
  verbs(['oneOf'], (s, list) => judge(s, some(list, (one) => same(s)(s.value, one)), 'one of ' + show(list)));
  verbs(['satisfy', 'satisfies'], (s, check) => judge(s, check(s.value), 'something that satisfies ' + show(check)));
  verbs(['members'], (s, list) => judge(
    s,
    isArray(s.value) && (s.contain || s.value.length === list.length) && every(list, (one) => some(s.value, (item) => same(s)(item, one))),
    'the members ' + show(list)));
  verbs(['keys', 'key'], (s, ...list) => {
    const wanted = list.length === 1 && isArray(list[0]) ? list[0] : list;
    const found = isMap(s.value) ? keysOf(s.value) : [];
    const fits = isMap(s.value) && (s.any
      ? some(wanted, (name) => hasOwn(s.value, name))
      : (s.contain || found.length === wanted.length) && every(wanted, (name) => hasOwn(s.value, name)));
    return judge(s, fits, (s.any ? 'any of the keys ' : 'the keys ') + joined(wanted, ', '), isMap(s.value) ? 'the keys ' + joined(found, ', ') : undefined);
  });
  verbs(['property'], (s, name, ...wanted) => {
    const found = propertyOf(s, name);
    const fits = found.there && (wanted.length === 0 || same(s)(found.value, wanted[0]));
    const phrase = 'the property ' + toText(name) + (wanted.length ? ' ' + show(wanted[0]) : '');
    judge(s, fits, phrase, found.there ? toText(name) + ' ' + show(found.value) : undefined);
    return new Assertion({ ...s, not: false, nested: false, own: false, value: found.value });
  });

  function propertyOf(state, name) {
    if (state.nested) return at(state.value, toText(name));
    const none = state.value === null || state.value === undefined;
    const there = !none && (state.own ? hasOwn(state.value, name) : name in Object(state.value));
    return { there, value: there ? state.value[name] : undefined };
  }

  verbs(['throw', 'throws', 'Throw'], (s, wanted) => {
    const thrown = thrownBy(s.value);
    const text = thrown.length ? toText(thrown[0] instanceof Err ? thrown[0].message : thrown[0]) : '';
    const fits = thrown.length > 0 && (wanted === undefined
      || (typeof wanted === 'string' && indexIn(text, wanted) >= 0)
      || (wanted instanceof RegExp && testOf(wanted, text))
      || (typeof wanted === 'function' && thrown[0] instanceof wanted));
    return judge(s, fits, 'a function that throws' + (wanted === undefined ? '' : ' ' + show(wanted)), thrown.length ? 'thrown ' + show(thrown[0]) : 'nothing thrown');
  });

  function thrownBy(body) {
    try {
      body();
      return [];
    } catch (error) {
      return [error];
    }
  }

  // A word that is none would else be taken for a check that holds.
  Object.setPrototypeOf(Assertion.prototype, new Proxy({}, {
    get(_, key) {
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
      throw new Type('expect(...) knows no `' + toText(key) + '`');
    },
  }));

  // Equal to look at, and yet not the same.
  function hintOf(value, other) {
    const alike = typeof value === 'object' && value !== null && deep(value, other);
    return alike ? show(value) + ', another object of the same value (eql compares values)' : undefined;
  }

  // What is told, as texts: name, verdict, expected, found, stack, the test's number.
  function failed(name, error, number = '') {
    const missed = missOf(misses, error);
    if (missed) {
      host('check', name || missed.subject || 'expect', 'FAILS', missed.expected, missed.found, stackOf(error), number);
      return true;
    }
    if (name) host('check', name, 'BROKEN', 'a test that ends', described(error), stackOf(error), number);
    return false;
  }

  function stackOf(error) {
    try {
      return toText(error.stack);
    } catch (_) {
      return '';
    }
  }

  const STRANGERS = [
    [/^(pm|bru|postman|req|res|insomnia)\b/, 'scripts of Parley have vars, message, request, send, test and expect'],
    [/^(setTimeout|setInterval|setImmediate)\b/, 'a script has no timers; use a step `wait`'],
    [/^(require|process|Buffer|module|exports)\b/, 'a script has no modules and no machine below it'],
    [/^(fetch|XMLHttpRequest|WebSocket)\b/, 'a script has no network; use steps, or send(...)'],
  ];

  function described(error) {
    const text = error instanceof Err ? error.name + ': ' + error.message : 'thrown ' + show(error);
    const stranger = STRANGERS.find(([pattern]) => error instanceof ReferenceError && testOf(pattern, error.message));
    return cut(text) + (stranger ? ': ' + stranger[1] : '');
  }

  let tests = 0;

  // Known from its beginning, so that one that never ends is told, too.
  function test(name, body) {
    const title = cut(toText(name)) || 'test';
    if (typeof body !== 'function') throw new Type('test(name, function) needs a function');
    const number = toText(++tests);
    const passed = () => host('check', title, 'HOLDS', 'to pass', 'passed', '', number);
    host('open', number, title, stackOf(new Err()));
    try {
      const result = body();
      if (result instanceof Later) {
        then(result, passed, (error) => failed(title, error, number));
      } else {
        passed();
      }
    } catch (error) {
      failed(title, error, number);
    }
  }

  const vars = freeze({
    get(name) {
      const json = host('get', toText(name));
      return json === null ? undefined : read(json);
    },
    has: (name) => host('get', toText(name)) !== null,
    set(name, value) {
      tell('set', toText(name), write(value, 'the value of ' + toText(name)));
    },
  });

  function byName(all, change) {
    const find = (name) => keysOf(all).find((one) => (change.exact ? one === toText(name) : lower(one) === lower(toText(name))));
    const view = {
      get(name) {
        const key = find(name);
        return key === undefined ? undefined : all[key];
      },
      has: (name) => find(name) !== undefined,
      toObject: () => ({ ...all }),
    };
    if (change.tell) {
      view.set = (name, value) => {
        const key = find(name);
        if (key !== undefined) delete all[key];
        all[toText(name)] = toText(value);
        change.tell(toText(name), toText(value));
      };
      view.remove = (name) => {
        const key = find(name);
        if (key !== undefined) delete all[key];
        change.tell(toText(name), null);
      };
    }
    return freeze(view);
  }

  function messageOf(fields) {
    let json;
    return freeze({
      kind: fields.kind,
      number: fields.number,
      connection: fields.connection,
      text: fields.text,
      headers: byName(fields.headers, {}),
      get bytes() {
        return fields.text === undefined ? decoded(fields.base64) : encoded(fields.text);
      },
      get json() {
        if (json === undefined) {
          const found = fields.text === undefined ? null : host('json', fields.text);
          if (found === null) throw new Type('the message is no JSON: ' + show(fields.text === undefined ? this.bytes : fields.text));
          json = { value: read(found) };
        }
        return json.value;
      },
      toString: () => (fields.text === undefined ? show(decoded(fields.base64)) : fields.text),
    });
  }

  function encoded(text) {
    const bytes = [];
    for (const one of text) {
      const c = one.codePointAt(0);
      if (c < 0x80) bytes.push(c);
      else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
      else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
      else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    }
    return Bytes.from(bytes);
  }

  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

  function decoded(base64) {
    const bytes = new Bytes(Math.floor((base64.replace(/=+$/, '').length * 3) / 4));
    let bits = 0;
    let count = 0;
    let next = 0;
    for (const digit of base64) {
      if (digit === '=') break;
      bits = ((bits << 6) | indexIn(DIGITS, digit)) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[next++] = (bits >> count) & 255;
      }
    }
    return bytes;
  }

  function send(what, connection) {
    const on = connection === undefined ? null : toText(connection);
    if (typeof what === 'string') {
      tell('send', on, 'text', what);
    } else if (what instanceof ArrayBuffer || ArrayBuffer.isView(what)) {
      const bytes = what instanceof ArrayBuffer ? new Bytes(what) : new Bytes(what.buffer, what.byteOffset, what.byteLength);
      tell('send', on, 'binary', joined(mapped(arrayFrom(bytes), (one) => (one < 16 ? '0' : '') + one.toString(16)), ''));
    } else {
      tell('send', on, 'json', write(what, 'what is sent'));
    }
  }

  function requestOf(fields) {
    const params = {};
    const url = fields.url;
    const mark = url === undefined ? -1 : indexIn(url, '?');
    if (mark >= 0) {
      for (const pair of sliceOf(url, mark + 1).split('&')) {
        const end = indexIn(pair, '=');
        const name = end < 0 ? pair : sliceOf(pair, 0, end);
        if (name) params[decodeURIComponent(name)] = end < 0 ? '' : decodeURIComponent(sliceOf(pair, end + 1));
      }
    }
    return freeze({
      connection: fields.connection,
      headers: byName(fields.headers || {}, { tell: (name, value) => tell('header', name, value) }),
      params: byName(params, { exact: true, tell: (name, value) => tell('param', name, value) }),
      get url() {
        return url;
      },
      set url(value) {
        tell('url', toText(value));
      },
    });
  }

  const print = (level) => (...args) => {
    host('log', (level ? level + ': ' : '') + joined(mapped(args, (one) => (typeof one === 'string' ? one : show(one))), ' '));
  };

  // What is for programs around a language has nothing to do here.
  for (const name of ['Java', 'JavaImporter', 'Packages', 'Polyglot', 'Graal', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'quit', 'exit', 'WebAssembly']) {
    delete globalThis[name];
  }

  // The built-in one fills its place beforehand, in one go that nothing can end.
  defineProperty(Array, 'from', {
    value: function from(source, change, self) {
      if (source === null || source === undefined) throw new Type(show(source) + ' cannot be made an array');
      if (source[Symbol.iterator] !== undefined) return arrayFrom(source, change, self);
      const all = [];
      for (let i = 0; i < source.length; i++) all.push(change ? apply(change, self, [source[i], i]) : source[i]);
      return all;
    },
    configurable: true,
    writable: true,
  });

  // The same run has the same random numbers again (mulberry32).
  let state = seed | 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  const facts = read(given);
  const offered = { vars, expect, test, connection: facts.connection };
  offered.console = freeze({ log: print(''), info: print(''), debug: print(''), warn: print('warning'), error: print('error') });
  if (facts.messages) {
    const all = freeze(facts.messages.map(messageOf));
    offered.messages = all;
    offered.message = all[0];
  }
  if (facts.request) offered.request = requestOf(facts.request);
  else offered.send = send;
  if (facts.result) offered.result = facts.result;
  for (const name of keysOf(offered)) {
    defineProperty(globalThis, name, { value: offered[name], writable: true, configurable: true });
  }

  // For what a script throws: whether it was an expectation, else what it was.
  return (error) => {
    if (!failed('', error)) host('thrown', described(error), stackOf(error));
  };
});
