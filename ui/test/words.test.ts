import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../src/words/en.ts';
import { nl } from '../src/words/nl.ts';
import { dateText, rangeText, recurrenceText } from '../src/words/dates.ts';
import { chooseLanguage, fill } from '../src/words/words.ts';

test('both languages have the same words with the same gaps', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
    assert.deepEqual(Object.keys(nl).sort(), Object.keys(en).sort());
    for (const key of Object.keys(en) as (keyof typeof en)[]) assert.deepEqual(gaps(nl[key]), gaps(en[key]), key);
});
test('the language is the chosen one, else the first of Dutch and English that the browser asks for', () => {
    assert.equal(chooseLanguage('nl', ['en-GB']), 'nl');
    assert.equal(chooseLanguage(null, ['fr-BE', 'nl-BE', 'en']), 'nl');
    assert.equal(chooseLanguage('xx', ['de']), 'en');
});
test('a value that is not given stays visible', () => assert.equal(fill('{a} of {b}', { a: 1 }), '1 of {b}'));
test('dates read as people write them', () => {
    const read: Record<string, string> = {
        '2021-06-14': '14 June 2021',
        '2021-06': 'June 2021',
        '2021': '2021',
        '2021-FA': 'autumn 2021',
        '2021-W24': 'week 24 of 2021',
        '2021-Q3': 'quarter 3 of 2021',
        'EVENT:NATO-SUMMIT-2022': 'at NATO-SUMMIT-2022',
        FUTURE_REF: 'some time ahead',
        PXM: 'PXM',
    };
    for (const [value, text] of Object.entries(read)) assert.equal(dateText(value), text);
});
test('stretches of days are called by their name, else by their ends', () => {
    assert.equal(rangeText('2021-01-01', '2021-12-31'), '2021');
    assert.equal(rangeText('2022-06-01', '2022-06-30'), 'June 2022');
    assert.equal(rangeText('2024-02-01', '2024-02-29'), 'February 2024');
    assert.equal(rangeText('2021-09-01', '2021-12-20'), 'autumn 2021');
    assert.match(rangeText('2021-11-15', '2021-11-21'), /^15.+21 November 2021$/);
});
test('recurrences read as people say them', () => {
    assert.equal(recurrenceText('P1Y'), 'every year');
    assert.equal(recurrenceText('P2Y'), 'every 2 years');
    assert.equal(recurrenceText('on-condition'), 'whenever the condition holds');
});
