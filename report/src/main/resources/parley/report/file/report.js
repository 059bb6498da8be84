"use strict";
(() => {
  /* Numbers stay as they were written, where the browser knows how (2023 and later). */
  const asWritten = (key, value, context) =>
    typeof value === "number" && JSON.rawJSON && context && String(value) !== context.source ? JSON.rawJSON(context.source) : value;
  const data = (id, reviver) => JSON.parse(document.getElementById(id).textContent, reviver);
  const index = data("index");
  const MARKS = { passed: "✓", failed: "✗", broken: "!", skipped: "○" };
  const WORST = ["failed", "broken", "flaky", "passed", "skipped"];
  const state = { result: "", tag: "", text: "", order: "worst", open: 0 };
  const stateOf = test => (test.flaky ? "flaky" : test.result);
  const titleOf = test => (test.row ? `${test.name} · ${test.row}` : test.name);

  /* Elements: all text goes in as text, never as markup. */
  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name === "class") node.className = value;
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat(9).filter(one => one !== null && one !== undefined && one !== ""));
    return node;
  };
  const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
  const three = value => {
    const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String(Number((Math.floor(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals)));
  };
  const duration = us =>
    us < 1e3 ? `${us} µs` : us < 1e6 ? `${three(us / 1e3)} ms` : us < 12e7 ? `${three(us / 1e6)} s` : `${Math.floor(us / 6e7)} min`;
  const size = bytes =>
    bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${three(bytes / 1024)} KB` : `${three(bytes / 1048576)} MB`;

  /* JSON laid out as text, so that numbers and escapes stay as they were sent. */
  const TOKEN = /\s+|("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],])|(.)/gs;
  const pretty = text => {
    try { JSON.parse(text); } catch { return null; }
    const out = document.createElement("code");
    let depth = 0;
    let empty = false;
    const put = (kind, piece) => out.append(kind ? el("span", { class: kind }, piece) : piece);
    const feed = () => out.append("\n" + "  ".repeat(depth));
    for (const [, string, colon, number, word, sign] of text.matchAll(TOKEN)) {
      const closes = sign === "}" || sign === "]";
      if (empty && !closes && (string || number || word || sign)) { feed(); empty = false; }
      if (string) { put(colon ? "k" : "s", string); if (colon) put("p", ": "); }
      else if (number) put("n", number);
      else if (word) put("w", word);
      else if (sign === ",") { put("p", ","); feed(); }
      else if (closes) { depth--; if (!empty) feed(); empty = false; put("p", sign); }
      else if (sign) { put("p", sign); depth++; empty = true; }
    }
    return out;
  };
  const bytesOf = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const pairs = bytes => Array.from(bytes, b => b.toString(16).padStart(2, "0")).join(" ");
  const dump = bytes => {
    const lines = [];
    for (let at = 0; at < bytes.length; at += 16) {
      const part = bytes.subarray(at, at + 16);
      const shown = Array.from(part, b => (b > 31 && b < 127 ? String.fromCharCode(b) : "·")).join("");
      lines.push(`${at.toString(16).padStart(6, "0")}  ${pairs(part).padEnd(47)}  ${shown}`);
    }
    return lines.join("\n");
  };

  /* Entries of a transcript on a line. */
  const WAY = ["phase", "tried", "tls", "request", "response"];
  const oneLine = text => text.slice(0, 4000).replace(/\s+/g, " ").trim();
  const closing = (e, word) => `${word} ${e.code} ${e.meaning}${e.reason ? ` “${e.reason}”` : ""}`;
  const lineOf = e => {
    switch (e.type) {
      case "message": return e.text === undefined ? `binary  ${pairs(bytesOf(e.base64.slice(0, 64)))}` : oneLine(e.text);
      case "open": return `open${e.subprotocol ? ` · subprotocol ${e.subprotocol}` : ""}${e.compression ? " · compressed" : ""}`;
      case "refused": return `refused: ${e.status} ${e.reason}`;
      case "failed": return e.text;
      case "ping": return `ping ${e.text ?? ""}`;
      case "pong": return `pong ${e.round_trip_us === undefined ? "" : `after ${duration(e.round_trip_us)}`}`;
      case "close": return closing(e, "close");
      case "closed": return `${closing(e, "closed")} · by ${e.by === "local" ? "this side" : e.by}`;
      case "unsent": return `not sent: ${e.text === undefined ? "" : oneLine(e.text) + ": "}${e.why}`;
      case "retry": return `${e.why}; try ${e.attempt} of ${e.attempts} in ${duration(e.wait_us)}`;
      case "violation": return `${e.statement}: ${e.found} (${e.section})`;
      case "frame": return `frame ${e.opcode_name} ${size(e.length)}`;
      case "raw": return `bytes  ${pairs(bytesOf(e.base64.slice(0, 64)))}`;
      default: return oneLine(e.text ?? e.type);
    }
  };
  const marked = (text, query) => {
    if (!query) return [text];
    const parts = [];
    const low = text.toLowerCase();
    let from = 0;
    for (let at = low.indexOf(query); at >= 0; at = low.indexOf(query, from)) {
      parts.push(text.slice(from, at), el("mark", {}, text.slice(at, at + query.length)));
      from = at + query.length;
    }
    return [...parts, text.slice(from)];
  };
  const lookOf = e => {
    const way = e.direction ?? "";
    if (["refused", "failed", "unsent", "violation"].includes(e.type)) return "bad";
    if (["ping", "pong", "close", "closed"].includes(e.type)) return `control ${way}`;
    return e.type === "message" ? way : `muted ${way}`;
  };
  const arrowOf = e => (e.direction === "sent" ? "↑" : e.direction === "received" ? "↓" : e.type === "open" ? "●" : "·");

  /* The list of tests. */
  const haystacks = new Map();
  const haystack = test => {
    if (!haystacks.has(test.id)) {
      const whole = data(`t${test.id}`);
      const texts = [test.name, test.row, test.file, test.why, ...test.tags];
      const walk = node => {
        if (typeof node === "string") texts.push(node);
        else if (node && typeof node === "object") Object.values(node).forEach(walk);
      };
      for (const one of [whole, ...(whole.earlier ?? [])]) {
        for (const step of one.steps) texts.push(step.label, step.why, step.id);
        for (const entry of one.transcript) texts.push(entry.text, entry.reason), walk(entry.headers);
        one.steps.forEach(step => { walk(step.checks); walk(step.extracted); });
      }
      haystacks.set(test.id, texts.filter(Boolean).join("\n").toLowerCase());
    }
    return haystacks.get(test.id);
  };
  const matches = test =>
    (!state.result || (state.result === "flaky" ? test.flaky : state.result === test.result)) &&
    (!state.tag || test.tags.includes(state.tag)) &&
    state.text.toLowerCase().split(/\s+/).every(word => !word || haystack(test).includes(word));
  const sorted = tests =>
    state.order === "worst" ? tests.toSorted((a, b) => WORST.indexOf(stateOf(a)) - WORST.indexOf(stateOf(b)) || a.id - b.id)
    : state.order === "slow" ? tests.toSorted((a, b) => b.took_us - a.took_us) : tests;

  const list = el("nav", { class: "list", "aria-label": "Tests", onkeydown: event => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step) return;
    const rows = [...list.querySelectorAll(".row")];
    rows[rows.indexOf(document.activeElement) + step]?.focus();
    document.activeElement.click();
    event.preventDefault();
  } });
  const status = el("p", { class: "sr", role: "status" });
  const row = test =>
    el("a", { class: `row ${stateOf(test)}`, href: `#t${test.id}`, "aria-current": test.id === state.open ? "true" : undefined },
      el("span", { class: "mark", "aria-hidden": "true" }, MARKS[test.result]),
      el("span", { class: "row-name" }, el("span", { class: "sr" }, `${test.result}: `), titleOf(test),
        test.flaky ? [" ", el("span", { class: "badge flaky" }, "flaky")] : null),
      el("span", { class: "row-time" }, duration(test.took_us)),
      el("span", { class: "row-sub" }, el("bdi", {}, test.file)));
  const draw = () => {
    const shown = sorted(index.tests.filter(matches));
    const many = new Set(index.tests.map(test => `${test.collection}\n${test.environment ?? ""}`)).size > 1;
    const rows = [];
    let last = null;
    for (const test of shown) {
      const group = `${test.collection}${test.environment ? ` · ${test.environment}` : ""}`;
      if (many && state.order === "run" && group !== last) rows.push(el("p", { class: "group" }, group));
      last = group;
      rows.push(row(test));
    }
    list.replaceChildren(...(rows.length ? rows : [el("p", { class: "nothing" }, "No test matches.")]));
    status.textContent = `${plural(shown.length, "test")} shown`;
  };

  /* What a receive did with a message. */
  const notesOf = run => {
    const notes = new Map();
    for (const step of run.steps) {
      for (const number of step.saw?.taken ?? []) {
        if (!notes.has(number) || notes.get(number).kind !== "taken") notes.set(number, { kind: "taken", text: `taken by ${step.label}`, step });
      }
      for (const one of step.saw?.rejected ?? []) {
        if (!notes.has(one.number)) notes.set(one.number, { kind: "rejected", text: `rejected by ${step.label}`, step });
      }
    }
    for (const step of new Map(run.steps.filter(one => one.saw).map(one => [one.connection ?? "", one])).values()) {
      const free = run.transcript.filter(e => e.type === "message" && e.direction === "received"
        && (e.connection ?? "") === (step.connection ?? "") && e.elapsed_us <= step.began_us + step.took_us && notes.get(e.number)?.kind !== "taken");
      if (free.length === step.saw.left) free.forEach(e => { if (!notes.has(e.number)) notes.set(e.number, { kind: "left", text: "left in the inbox", step }); });
    }
    return notes;
  };

  const expander = (head, body, open) => {
    const fill = () => { if (!body.hasChildNodes()) body.append(...body.fill().flat(9).filter(Boolean)); };
    const set = expanded => {
      head.setAttribute("aria-expanded", String(expanded));
      body.hidden = !expanded;
      if (expanded) fill();
    };
    head.addEventListener("click", () => set(body.hidden));
    set(open);
    return set;
  };

  /* Steps. */
  const checkOf = check => {
    const place = el("span", { class: "faint mono" }, `${check.file}:${check.line}`);
    const mark = check.verdict === "holds" ? "✓" : check.verdict === "broken" ? "!" : "✗";
    const head = el("div", { class: "check-head" }, el("span", { class: "mark" }, mark), el("b", { class: "mono" }, check.subject),
      check.verdict === "holds" ? el("span", { class: "mono faint" }, check.expected) : null, place);
    if (check.verdict === "holds") return el("div", { class: "check holds" }, head);
    const sides = check.diff
      ? el("div", { class: "diff", role: "group", "aria-label": "difference: − expected, + found" }, check.diff.map(line =>
        el("div", { class: line.side }, (line.side === "expected" ? "− " : line.side === "found" ? "+ " : "  ") + "  ".repeat(line.depth) + line.text)))
      : el("dl", { class: "sides" }, el("dt", {}, "expected"), el("dd", { class: "want" }, check.expected),
        el("dt", {}, check.verdict === "broken" ? "broken" : "found"), el("dd", { class: "got" }, check.found));
    const said = check.message ? el("p", {}, check.message) : null;
    return el("div", { class: `check ${check.verdict}` }, head, said, sides);
  };
  const sawOf = (saw, run, jump) => {
    const byNumber = new Map(run.transcript.map(e => [e.number, e]));
    const message = number => {
      const e = byNumber.get(number);
      return el("div", { class: "line" }, el("button", { class: "link", type: "button", onclick: () => jump(number) }, `#${number}`),
        el("span", { class: "mono" }, e ? lineOf(e) : "not kept"));
    };
    const taken = saw.taken.slice(0, 50);
    return [
      el("p", { class: "faint" }, [`took ${plural(saw.taken.length, "message")}`,
        saw.rejected_count ? `${saw.rejected_count.toLocaleString("en")} rejected by where` : "", saw.left ? `${saw.left.toLocaleString("en")} left in the inbox` : "",
        saw.dropped ? `${saw.dropped} dropped: the inbox was full` : ""].filter(Boolean).join(" · ")),
      taken.map(message), saw.taken.length > taken.length ? el("p", { class: "faint" }, `… and ${saw.taken.length - taken.length} more`) : null,
      saw.rejected.map(one => [message(one.number),
        el("p", { class: "reason" }, `rejected: ${one.why.subject}: expected ${one.why.expected}, found ${one.why.found}`)]),
    ];
  };
  const messageOf = (step, run) => {
    const first = step.saw?.taken[0];
    if (first !== undefined) return run.transcript.find(e => e.number === first);
    if (!step.label.startsWith("send")) return undefined;
    return run.transcript.find(e => e.type === "message" && e.direction === "sent" && (e.connection ?? "") === (step.connection ?? "")
      && e.elapsed_us >= step.began_us && e.elapsed_us <= step.began_us + step.took_us);
  };
  const stepOf = (step, run, jump) => {
    const message = messageOf(step, run);
    const lane = el("span");
    const whole = Math.max(run.took_us, 1);
    lane.style.left = `${Math.min(99, (step.began_us / whole) * 100)}%`;
    lane.style.width = `${Math.min(100, (step.took_us / whole) * 100)}%`;
    const label = el("span", { class: "label" }, step.label);
    label.style.paddingLeft = `${step.depth * 16}px`;
    const preview = message ? `${arrowOf(message)} ${lineOf(message)}` : step.result === "skipped" ? step.why ?? "" : "";
    const head = el("button", { class: "head step-head", type: "button" },
      el("span", { class: "mark" }, el("span", { class: "sr" }, step.result), el("span", { "aria-hidden": "true" }, MARKS[step.result])),
      label, el("span", { class: "mono" }, preview), el("span", { class: "took" }, step.result === "skipped" ? "" : duration(step.took_us)),
      el("span", { class: "lane", "aria-hidden": "true" }, lane));
    const body = el("div", { class: "body" });
    const facts = [`${step.file}:${step.line}`, step.id ? `id ${step.id}` : "", step.connection ? `on ${step.connection}` : "", step.background ? "in the background" : "",
      step.soft ? "soft" : "", step.tries > 1 ? `${step.tries} tries` : "", step.latency_us === undefined ? "" : `answered in ${duration(step.latency_us)}`,
      `began at ${duration(step.began_us)}`];
    body.fill = () => [
      el("p", { class: "faint mono" }, facts.filter(Boolean).join(" · ")),
      step.why && step.why !== run.why ? el("p", { class: `why ${step.result}` }, step.why) : null,
      (step.checks ?? []).map(checkOf),
      step.extracted ? el("dl", { class: "sides" }, step.extracted.map(one => [el("dt", { class: "mono" }, one.name), el("dd", {}, JSON.stringify(one.value))])) : null,
      step.saw ? sawOf(step.saw, run, jump) : null];
    expander(head, body, step.result === "failed" || step.result === "broken");
    return el("li", { class: `step ${step.result}` }, head, body);
  };

  /* Handshakes. */
  const shakesOf = run => {
    const open = new Map();
    const all = [];
    for (const e of run.transcript) {
      const key = e.connection ?? "";
      const known = open.get(key);
      if (![...WAY, "open", "refused", "failed"].includes(e.type)) continue;
      const shake = known ?? { connection: key, entries: [] };
      if (!known) { open.set(key, shake); all.push(shake); }
      shake.entries.push(e);
      if (["open", "refused", "failed"].includes(e.type)) { shake.end = e; open.delete(key); }
    }
    return all;
  };
  const headers = e => (e.headers ?? []).map(one => `${one.name}: ${one.value}`).join("\n");
  const tokenOf = (token, block) => {
    if (token.refusal) {
      return block("Answer of the token server", `HTTP/1.1 ${token.refusal.status} ${token.refusal.reason}\n${headers(token.refusal)}\n\n${token.refusal.text ?? ""}`);
    }
    const until = token.expires ? `good until ${token.expires}` : "the server did not say how long it is good";
    return block("Token", `of ${token.url}${token.reused ? ", reused" : ""}\n${until}`);
  };
  const shakeOf = shake => {
    const find = type => shake.entries.findLast(e => e.type === type);
    const [request, response, tls, end] = [find("request"), find("response"), find("tls"), shake.end];
    const stages = ["token", "dns", "tcp", "proxy", "tls", "upgrade"].filter(stage => end?.timings?.[`${stage}_us`] !== undefined);
    const parts = stages.map(stage => {
      const part = el("span", { class: stage, title: `${stage} ${duration(end.timings[`${stage}_us`])}` }, stage);
      part.style.flexGrow = String(Math.max(end.timings[`${stage}_us`], 1));
      return part;
    });
    const block = (title, text) => el("div", {}, el("h3", {}, title), el("pre", { class: "content", tabindex: "0" }, text));
    return el("div", { class: "shake" },
      el("div", { class: `shake-head ${end?.type === "open" ? "passed" : "failed"}` },
        el("b", {}, shake.connection || "main connection"), el("span", { class: "mono" }, end?.url ?? ""),
        el("span", { class: "badge" }, end ? (end.type === "open" ? "open" : lineOf(end)) : "not finished"),
        end?.remote ? el("span", { class: "faint mono" }, end.remote) : null),
      el("div", { class: "shake-body" },
        parts.length ? el("div", {}, el("div", { class: "phases", "aria-hidden": "true" }, parts),
          el("p", { class: "legend" }, [...stages.map(stage => `${stage} ${duration(end.timings[`${stage}_us`])}`), `in all ${duration(end.timings.total_us)}`].map(one => el("span", {}, one)))) : null,
        el("div", { class: "pair" },
          request ? block("Request", `${request.method} ${request.target} HTTP/1.1\n${headers(request)}`) : null,
          response ?? end?.status ? block("Response", `HTTP/1.1 ${(response ?? end).status} ${(response ?? end).reason}\n${headers(response ?? end)}`) : null),
        end?.type === "refused" && end.text ? block("Body", end.text) : null,
        end?.token ? tokenOf(end.token, block) : null,
        end?.advice ? el("div", {}, el("h3", {}, "Try"), el("ul", { class: "advice" }, end.advice.map(one => el("li", {}, one)))) : null,
        (end?.violations ?? []).map(one => el("p", { class: "reason" }, `${one.statement}: ${one.found} (${one.section})`)),
        tls ? block("TLS", [`${tls.protocol ?? ""} ${tls.cipher ?? ""}`, tls.server_name ? `server name ${tls.server_name}` : "", tls.verified ? "verified" : "NOT verified",
          ...tls.chain.map(one => `${one.subject}\n  issued by ${one.issuer}, ${one.not_before} to ${one.not_after}`)].filter(Boolean).join("\n")) : null));
  };

  /* The transcript. */
  const contentOf = e => {
    const more = e.cut ? el("p", { class: "cut" }, `${size(e.cut)} more are not in this page; the JSON report has all of it.`) : null;
    if (e.text !== undefined) return [el("pre", { class: "content", tabindex: "0" }, pretty(e.text) ?? e.text), more];
    if (e.base64 !== undefined) return [el("pre", { class: "content hex", tabindex: "0" }, dump(bytesOf(e.base64))), more];
    const rest = Object.entries(e).filter(([name]) => !["type", "time", "elapsed_us", "number", "connection", "direction"].includes(name));
    return [el("pre", { class: "content", tabindex: "0" }, pretty(JSON.stringify(Object.fromEntries(rest))))];
  };
  const entryOf = (e, before, notes, labels, query) => {
    const note = notes.get(e.number);
    const delta = before ? e.elapsed_us - before.elapsed_us : 0;
    const head = el("button", { class: "head entry-head", type: "button" },
      el("span", { class: "num" }, `#${e.number}`), el("span", { class: "num", title: e.time }, duration(e.elapsed_us)),
      el("span", { class: "num delta" }, before ? `+${duration(delta)}` : ""),
      el("span", { class: "arrow" }, el("span", { class: "sr" }, e.direction ?? e.type), el("span", { "aria-hidden": "true" }, arrowOf(e))),
      el("span", { class: "text" }, labels && e.connection ? el("span", { class: "badge" }, e.connection) : null, labels && e.connection ? " " : null, marked(lineOf(e), query)),
      el("span", { class: "num" }, e.size === undefined ? "" : size(e.size)),
      el("span", { class: `note ${note?.kind ?? ""}`, title: note?.text ?? "" }, note?.text ?? ""));
    const body = el("div", { class: "body" });
    body.fill = () => [
      el("p", { class: "faint mono" }, [e.time, e.kind ?? e.type, e.size === undefined ? "" : `${e.size.toLocaleString("en")} bytes`,
        e.wire_size !== undefined && e.wire_size !== e.size ? `${size(e.wire_size)} on the wire` : "", e.compressed ? "compressed" : "",
        e.frames > 1 ? `${e.frames} frames` : "", e.connection ? `on ${e.connection}` : ""].filter(Boolean).join(" · ")),
      note ? el("p", {}, note.text) : null, contentOf(e)];
    const node = el("li", { class: `entry ${lookOf(e)}`, id: `e${e.number}` }, head, body);
    node.expand = expander(head, body, false);
    return node;
  };
  const transcript = run => {
    const notes = notesOf(run);
    const told = run.transcript.filter(e => !WAY.includes(e.type));
    const frames = told.filter(e => e.type === "frame").length;
    const labels = new Set(told.map(e => e.connection ?? "")).size > 1;
    const view = { text: "", way: "", frames: false };
    const rows = el("ol", {});
    const count = el("span", { class: "faint", role: "status" });
    const shown = e => (view.frames || e.type !== "frame") && (!view.way || e.direction === view.way);
    const hits = e => !view.text || `${e.text ?? ""}\n${lineOf(e)}\n${e.connection ?? ""}\n${notes.get(e.number)?.text ?? ""}`.toLowerCase().includes(view.text);
    const redraw = () => {
      const some = told.filter(e => shown(e) && hits(e));
      let before = null;
      rows.replaceChildren(...some.map(e => { const node = entryOf(e, before, notes, labels, view.text); before = e; return node; }));
      if (!some.length) rows.append(el("li", { class: "nothing" }, told.length ? "Nothing matches." : "Nothing was on the wire."));
      count.textContent = `${some.length.toLocaleString("en")} of ${told.length.toLocaleString("en")}`;
    };
    const way = (value, text, name) => el("button", { class: "pill", type: "button", "aria-pressed": String(view.way === value), "aria-label": name, onclick: event => {
      view.way = value;
      for (const one of event.currentTarget.parentNode.children) one.setAttribute("aria-pressed", String(one === event.currentTarget));
      redraw();
    } }, text);
    const search = el("input", { type: "search", placeholder: "Search messages", "aria-label": "Search messages", oninput: event => { view.text = event.target.value.trim().toLowerCase(); redraw(); } });
    redraw();
    const jump = number => {
      if (!document.getElementById(`e${number}`)) { view.text = search.value = ""; view.way = ""; redraw(); }
      const node = document.getElementById(`e${number}`);
      if (!node) return;
      node.expand(true);
      node.scrollIntoView({ block: "center" });
      node.classList.add("flash");
      node.firstChild.focus({ preventScroll: true });
    };
    const section = el("section", { class: "section", "aria-label": "Transcript" },
      el("div", { class: "section-head" }, el("h2", {}, "Transcript"), count, el("div", { class: "end" },
        el("div", { class: "pills", role: "group", "aria-label": "Direction" }, way("", "All", "both directions"), way("sent", "↑ sent", "sent"), way("received", "↓ received", "received")),
        frames ? el("label", { class: "faint" }, el("input", { type: "checkbox", onchange: event => { view.frames = event.target.checked; redraw(); } }), ` ${plural(frames, "frame")}`) : null,
        search)),
      run.transcript_cut ? el("p", { class: "cut" }, `${plural(run.transcript_cut, "entry").replace("entrys", "entries")} are left out here to keep the page small; the JSON report has all of them.`) : null,
      rows);
    return { section, jump };
  };

  /* One test. */
  const detail = el("main", { class: "detail", tabindex: "-1", "aria-label": "Test" });
  const runOf = (test, run) => {
    const { section, jump } = transcript(run);
    const shakes = shakesOf(run);
    const steps = run.steps.map(step => stepOf(step, run, jump));
    return [
      run.why ? el("p", { class: `why ${run.result}` }, run.why) : null,
      steps.length ? el("section", { class: "section", "aria-label": "Steps" },
        el("div", { class: "section-head" }, el("h2", {}, "Steps"), el("span", { class: "faint" }, `${plural(steps.length, "step")} in ${duration(run.took_us)}`)),
        el("ol", {}, steps)) : null,
      section,
      shakes.length ? el("section", { class: "section", "aria-label": "Handshake" },
        el("div", { class: "section-head" }, el("h2", {}, shakes.length === 1 ? "Handshake" : "Handshakes")), shakes.map(shakeOf)) : null];
  };
  const show = id => {
    const found = index.tests.find(test => test.id === id);
    if (!found) return;
    state.open = id;
    for (const one of list.querySelectorAll(".row")) {
      if (one.hash === `#t${id}`) { one.setAttribute("aria-current", "true"); one.scrollIntoView({ block: "nearest" }); } else one.removeAttribute("aria-current");
    }
    const test = data(`t${id}`, asWritten);
    const about = [["File", test.file], ["Collection", test.collection], ["Environment", test.environment], ["Mock", test.mock], ["Began", new Date(test.began).toLocaleString()],
      ["Took", duration(test.took_us)], ["Seed", String(test.seed)], ["Clock", test.clock]];
    const place = el("div");
    const tries = [...(test.earlier ?? []), test];
    const choose = number => {
      place.replaceChildren(...runOf(test, tries[number]).filter(Boolean));
      for (const one of picks) one.setAttribute("aria-pressed", String(picks.indexOf(one) === number));
    };
    const picks = tries.length < 2 ? [] : tries.map((one, number) =>
      el("button", { class: `pill ${one.result}`, type: "button", onclick: () => choose(number) }, el("b", {}, MARKS[one.result]), ` try ${number + 1}`));
    detail.replaceChildren(
      el("div", { class: "title" }, el("span", { class: `badge ${stateOf(test)}` }, test.flaky ? `passed at try ${test.tries}, flaky` : test.result),
        el("h1", {}, titleOf(test)), test.tags.map(tag => el("span", { class: "badge tag" }, tag))),
      test.docs ? el("p", { class: "docs" }, test.docs) : "",
      el("dl", { class: "about" }, about.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
      picks.length ? el("div", { class: "pills", role: "group", "aria-label": "Tries" }, picks) : "", place);
    choose(tries.length - 1);
    detail.scrollTop = 0;
    document.title = `${titleOf(test)} · Parley`;
  };

  /* The frame around them. */
  const sum = index.summary;
  const ran = index.tests.length;
  const bad = sum.failed + sum.broken;
  const verdict = bad ? `${bad.toLocaleString("en")} of ${plural(ran, "test")} ${sum.broken ? "did not pass" : "failed"}` : ran ? `${plural(ran - sum.skipped, "test")} passed` : "Nothing was run";
  const counts = [["failed", sum.failed], ["broken", sum.broken], ["flaky", sum.flaky], ["passed", sum.passed], ["skipped", sum.skipped]].filter(([, count]) => count);
  const filter = (result, text, count) => el("button", { class: `pill ${result}`, type: "button", "aria-pressed": String(!result), onclick: event => {
    state.result = result;
    for (const one of event.currentTarget.parentNode.children) one.setAttribute("aria-pressed", String(one === event.currentTarget));
    draw();
  } }, el("b", {}, count.toLocaleString("en")), ` ${text}`);
  const tags = [...new Set(index.tests.flatMap(test => test.tags))].sort();
  let waiting;
  const search = el("input", { type: "search", placeholder: "Search tests and messages  ( / )", "aria-label": "Search tests and messages", oninput: () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { state.text = search.value; draw(); }, 80);
  } });
  const choice = (label, options, change) => el("select", { "aria-label": label, onchange: event => { change(event.target.value); draw(); } },
    options.map(([value, text]) => el("option", { value }, text)));
  const theme = el("button", { class: "tool", type: "button", onclick: () => dress(document.documentElement.dataset.theme === "dark" ? "light" : "dark", true) });
  const dress = (name, keep) => {
    document.documentElement.dataset.theme = name;
    theme.textContent = name === "dark" ? "Light" : "Dark";
    theme.setAttribute("aria-label", `Switch to ${name === "dark" ? "light" : "dark"} colours`);
    try { if (keep) localStorage.setItem("parley-theme", name); } catch { /* a page without storage forgets it */ }
  };
  let kept = null;
  try { kept = localStorage.getItem("parley-theme"); } catch { /* as above */ }
  dress(kept ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"), false);

  const share = el("div", { class: "share", "aria-hidden": "true" }, [["failed", sum.failed], ["broken", sum.broken], ["flaky", sum.flaky], ["passed", sum.passed - sum.flaky], ["skipped", sum.skipped]]
    .filter(([, count]) => count > 0).map(([name, count]) => { const part = el("span", { class: name }); part.style.flexGrow = String(count); return part; }));
  const fact = (name, value) => el("span", {}, `${name} `, el("b", {}, value));
  document.body.append(el("div", { class: "app" },
    el("header", { class: "top" },
      el("div", { class: "top-line" }, el("span", { class: "brand" }, "par", el("b", {}, "ley")),
        el("span", { class: `verdict ${bad ? "failed" : "passed"}` }, verdict),
        el("div", { class: "pills", role: "group", "aria-label": "Filter by result" }, filter("", "all", ran), counts.map(([name, count]) => filter(name, name, count))),
        el("div", { class: "facts" }, fact("began", new Date(index.began).toLocaleString()), fact("took", duration(index.took_us)), fact("seed", String(index.seed)),
          sum.planned > ran ? fact("not run", String(sum.planned - ran)) : null, el("span", {}, index.program)), theme),
      share),
    el("aside", { class: "side", "aria-label": "Tests" },
      el("div", { class: "find" }, el("div", { class: "find-line" }, search),
        el("div", { class: "find-line" }, choice("Order", [["worst", "worst first"], ["run", "as run"], ["slow", "slowest first"]], value => { state.order = value; }),
          tags.length ? choice("Tag", [["", "all tags"], ...tags.map(tag => [tag, tag])], value => { state.tag = value; }) : null)),
      status, list),
    detail));
  addEventListener("hashchange", () => show(Number(location.hash.slice(2))));
  addEventListener("keydown", event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing) { search.focus(); search.select(); event.preventDefault(); }
    else if (event.key === "Escape" && document.activeElement === search) { search.value = state.text = ""; draw(); }
  });
  draw();
  const first = sorted(index.tests)[0];
  const asked = Number(location.hash.slice(2));
  show(index.tests.some(test => test.id === asked) ? asked : first?.id ?? 0);
})();
