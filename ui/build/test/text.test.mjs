// test/text.test.ts
import assert from "node:assert/strict";
import { test } from "node:test";

// src/text/offsets.ts
var ByteOffsets = class {
  /** The byte at which unit i starts; one more entry for the end. Surrogate pairs: both halves start where the character does. */
  byteOfUnit;
  constructor(text) {
    this.byteOfUnit = new Uint32Array(text.length + 1);
    let byte = 0;
    for (let unit = 0; unit < text.length; unit++) {
      this.byteOfUnit[unit] = byte;
      const code = text.charCodeAt(unit);
      const pair = code >= 55296 && code < 56320 && unit + 1 < text.length && (text.charCodeAt(unit + 1) & 64512) === 56320;
      if (pair) this.byteOfUnit[++unit] = byte;
      byte += code < 128 ? 1 : code < 2048 ? 2 : pair ? 4 : 3;
    }
    this.byteOfUnit[text.length] = byte;
  }
  get bytes() {
    return this.byteOfUnit[this.byteOfUnit.length - 1];
  }
  unitAt(byte) {
    let low = 0, high = this.byteOfUnit.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.byteOfUnit[middle] <= byte) low = middle;
      else high = middle - 1;
    }
    return low > 0 && this.byteOfUnit[low - 1] === this.byteOfUnit[low] ? low - 1 : low;
  }
};

// src/text/segments.ts
function cutSegments(start, end, marks) {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < end && start < mark.end);
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = /* @__PURE__ */ new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) edges.add(mark.start);
    if (mark.end < end) edges.add(mark.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const segments = [];
  let next = 0;
  let under = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i], to = cuts[i + 1];
    under = under.filter((mark) => mark.end > from);
    const begins = [];
    while (next < inside.length && inside[next].start <= from) {
      const mark = inside[next++];
      if (mark.end <= from) continue;
      under = [...under, mark];
      if (mark.start >= start) begins.push(mark);
    }
    segments.push({ start: from, end: to, marks: under, begins });
  }
  return segments;
}
function cutParagraphs(text) {
  const paragraphs = [];
  const gap = /\n(?:[ \t\r]*\n)+/g;
  let start = 0;
  for (let match = gap.exec(text); match; match = gap.exec(text)) {
    if (text.slice(start, match.index).trim()) paragraphs.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim()) paragraphs.push({ start, end: text.length });
  return paragraphs;
}

// test/text.test.ts
var encode = new TextEncoder();
test("every byte offset of a character leads to the unit where the character starts", () => {
  const text = "E\xE9n co\xF6rdinatie \u2014 \u20AC5 \u{1F44D} klaar";
  const offsets = new ByteOffsets(text);
  assert.equal(offsets.bytes, encode.encode(text).length);
  let byte = 0, unit = 0;
  for (const character of text) {
    const size = encode.encode(character).length;
    for (let inside = 0; inside < size; inside++) assert.equal(offsets.unitAt(byte + inside), unit, `byte ${byte + inside}`);
    byte += size;
    unit += character.length;
  }
  assert.equal(offsets.unitAt(byte), text.length);
  assert.equal(offsets.unitAt(byte + 100), text.length);
});
test("an empty text has one offset", () => assert.equal(new ByteOffsets("").unitAt(7), 0));
var pieces = (text, marks) => cutSegments(0, text.length, marks).map((s) => `${text.slice(s.start, s.end)}{${s.marks.map((m) => m.name).join("")}|${s.begins.map((m) => m.name).join("")}}`);
test("nested marks are cut from the outermost to the innermost", () => {
  assert.deepEqual(
    pieces("abcdefgh", [{ start: 4, end: 6, name: "c" }, { start: 2, end: 8, name: "b" }, { start: 0, end: 1, name: "a" }]),
    ["a{a|a}", "b{|}", "cd{b|b}", "ef{bc|c}", "gh{b|}"]
  );
});
test("crossing marks lose nothing of the text", () => {
  assert.deepEqual(pieces("abcdef", [{ start: 0, end: 4, name: "a" }, { start: 2, end: 6, name: "b" }]), ["ab{a|a}", "cd{ab|b}", "ef{b|}"]);
});
test("two marks of the same words begin together, the longer one outside", () => {
  assert.deepEqual(pieces("abc", [{ start: 0, end: 2, name: "b" }, { start: 0, end: 3, name: "a" }]), ["ab{ab|ab}", "c{a|}"]);
});
test("a mark that began before the stretch goes on in it but does not begin in it", () => {
  assert.deepEqual(cutSegments(3, 6, [{ start: 0, end: 5 }]).map((s) => [s.start, s.end, s.marks.length, s.begins.length]), [[3, 5, 1, 0], [5, 6, 0, 0]]);
});
test("empty marks and marks outside are left out", () => {
  assert.deepEqual(pieces("abc", [{ start: 1, end: 1, name: "x" }, { start: 9, end: 12, name: "y" }]), ["abc{|}"]);
});
test("paragraphs are what stands between blank lines", () => {
  const text = "\n\nTitel\n\n Een regel\ntwee regels\n \n\nSlot\n";
  assert.deepEqual(cutParagraphs(text).map((p) => text.slice(p.start, p.end)), ["Titel", " Een regel\ntwee regels", "Slot\n"]);
});
test("a text without a blank line is one paragraph, an empty text none", () => {
  assert.equal(cutParagraphs("een").length, 1);
  assert.equal(cutParagraphs(" \n\n ").length, 0);
});
