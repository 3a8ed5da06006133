import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteOffsets } from '../src/text/offsets.ts';
import { cutParagraphs, cutSegments } from '../src/text/segments.ts';

const encode = new TextEncoder();

test('every byte offset of a character leads to the unit where the character starts', () => {
    const text = 'Eén coördinatie — €5 👍 klaar';
    const offsets = new ByteOffsets(text);
    assert.equal(offsets.bytes, encode.encode(text).length);
    let byte = 0,
        unit = 0;
    for (const character of text) {
        const size = encode.encode(character).length;
        for (let inside = 0; inside < size; inside++) assert.equal(offsets.unitAt(byte + inside), unit, `byte ${byte + inside}`);
        byte += size;
        unit += character.length;
    }
    assert.equal(offsets.unitAt(byte), text.length);
    assert.equal(offsets.unitAt(byte + 100), text.length);
});

test('an empty text has one offset', () => assert.equal(new ByteOffsets('').unitAt(7), 0));

const pieces = (text: string, marks: { start: number; end: number; name: string }[]) =>
    cutSegments(0, text.length, marks).map(
        (s) => `${text.slice(s.start, s.end)}{${s.marks.map((m) => m.name).join('')}|${s.begins.map((m) => m.name).join('')}}`,
    );

test('nested marks are cut from the outermost to the innermost', () => {
    assert.deepEqual(
        pieces('abcdefgh', [
            { start: 4, end: 6, name: 'c' },
            { start: 2, end: 8, name: 'b' },
            { start: 0, end: 1, name: 'a' },
        ]),
        ['a{a|a}', 'b{|}', 'cd{b|b}', 'ef{bc|c}', 'gh{b|}'],
    );
});
test('crossing marks lose nothing of the text', () => {
    assert.deepEqual(
        pieces('abcdef', [
            { start: 0, end: 4, name: 'a' },
            { start: 2, end: 6, name: 'b' },
        ]),
        ['ab{a|a}', 'cd{ab|b}', 'ef{b|}'],
    );
});
test('two marks of the same words begin together, the longer one outside', () => {
    assert.deepEqual(
        pieces('abc', [
            { start: 0, end: 2, name: 'b' },
            { start: 0, end: 3, name: 'a' },
        ]),
        ['ab{ab|ab}', 'c{a|}'],
    );
});
test('a mark that began before the stretch goes on in it but does not begin in it', () => {
    assert.deepEqual(
        cutSegments(3, 6, [{ start: 0, end: 5 }]).map((s) => [s.start, s.end, s.marks.length, s.begins.length]),
        [
            [3, 5, 1, 0],
            [5, 6, 0, 0],
        ],
    );
});
test('empty marks and marks outside are left out', () => {
    assert.deepEqual(
        pieces('abc', [
            { start: 1, end: 1, name: 'x' },
            { start: 9, end: 12, name: 'y' },
        ]),
        ['abc{|}'],
    );
});

test('paragraphs are what stands between blank lines', () => {
    const text = '\n\nTitel\n\n Een regel\ntwee regels\n \n\nSlot\n';
    assert.deepEqual(
        cutParagraphs(text).map((p) => text.slice(p.start, p.end)),
        ['Titel', ' Een regel\ntwee regels', 'Slot\n'],
    );
});
test('a text without a blank line is one paragraph, an empty text none', () => {
    assert.equal(cutParagraphs('een').length, 1);
    assert.equal(cutParagraphs(' \n\n ').length, 0);
});
