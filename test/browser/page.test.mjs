// A clerk's walk through the page: every view, both languages, narrow and wide, light and dark, with the keyboard, and axe finds nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asOf, axeSource, getJson, noBrowser, startBrowser, startServer } from './support.mjs';

let server, browser, record, item, word;
before(async () => {
    if (noBrowser) return;
    server = await startServer();
    browser = await startBrowser();
    const { items } = (await getJson(server.base, `items?as_of=${asOf}&sort=due`)).body;
    item = items[0];
    record = item.record;
    word = 'kabel*';
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const views = () => ({
    overview: `/?as_of=${asOf}`,
    items: `/items?as_of=${asOf}`,
    item: `/items/${item.item}?as_of=${asOf}`,
    record: `/records/${encodeURIComponent(record)}?as_of=${asOf}&context=1`,
    records: '/records',
    search: `/search?q=${encodeURIComponent(word)}`,
    agenda: `/agenda?as_of=${asOf}&undated=1`,
    review: '/review',
    ledger: '/ledger',
    'not found': '/items/2999-9999',
    'no such page': '/nowhere',
});

/** A page that fails the test when a script on it fails. `expected`: what the browser itself reports of answers that are not found. */
async function open(settings, path, expected = /status of 404/) {
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...settings });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
        if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
    });
    await page.goto(server.base + path);
    await page.waitForSelector('body[data-ready]');
    return { page, errors, close: () => context.close() };
}
/** After a click or key: the next view is drawn. */
async function drawn(page, action) {
    const before = await page.getAttribute('body', 'data-ready');
    await action();
    await page.waitForFunction((old) => document.body.dataset.ready !== old, before);
}
async function axeFinds(page) {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
}

for (const [name, settings] of Object.entries({
    'wide, Dutch, light': {},
    'wide, English, dark': { locale: 'en-GB', colorScheme: 'dark' },
    'narrow, Dutch, dark': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
    'narrow, English, light': { locale: 'en-GB', viewport: { width: 320, height: 640 } },
    'very wide, Dutch, light': { viewport: { width: 1600, height: 1000 } },
})) {
    test(`every view (${name}): no script error, nothing outside the window, nothing for axe`, { skip: noBrowser }, async () => {
        for (const [view, path] of Object.entries(views())) {
            // axe comes in as a script of the test's, which the page's own policy would refuse.
            const { page, errors, close } = await open({ ...settings, bypassCSP: true }, path);
            assert.equal(await page.locator('html').getAttribute('lang'), (settings.locale ?? 'nl').slice(0, 2), view);
            assert.ok((await page.title()).endsWith('griffie'), view);
            assert.equal(await page.locator('h1').count(), 1, view);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} is wider than the window`);
            assert.deepEqual(await axeFinds(page), [], view);
            assert.deepEqual(errors, [], view);
            await close();
        }
    });
}

test('the browser keeps to the policy of the server on every view', { skip: noBrowser }, async () => {
    for (const [view, path] of Object.entries(views())) {
        const { errors, close } = await open({}, path);
        assert.deepEqual(errors, [], view);
        await close();
    }
});

test('from the overview to an item, to its words in the record, and back', { skip: noBrowser }, async () => {
    const { page, errors, close } = await open({}, `/?as_of=${asOf}`);
    await drawn(page, () => page.locator('.count__link').first().click());
    assert.match(page.url(), /\/items\?.*status=/);
    await drawn(page, () => page.goto(`${server.base}/items?as_of=${asOf}`));
    await drawn(page, () => page.locator('.rows a').first().click());
    assert.match(page.url(), /\/items\/\d{4}-\d{4}\?as_of=/, 'the day looked at goes along');
    await drawn(page, () => page.locator('.source-words__place a').first().click());
    assert.match(page.url(), /\/records\/.*#\d+-\d+$/);
    const marked = await page.locator('.mark--here').allTextContents();
    assert.ok(marked.join('').length > 0);
    assert.ok(await page.locator('.mark--here').first().isVisible());
    await drawn(page, () => page.goBack());
    assert.match(page.url(), /\/items\/\d{4}-\d{4}/);
    assert.deepEqual(errors, []);
    await close();
});

test('what is marked in the text is what the API says, byte by byte', { skip: noBrowser }, async () => {
    const { body } = await getJson(server.base, `records/${encodeURIComponent(record)}?as_of=${asOf}`);
    const { page, close } = await open({}, `/records/${encodeURIComponent(record)}?as_of=${asOf}&context=1`);
    const statements = [...body.statement_list].sort((a, b) => a.start - b.start || b.end - a.end);
    const marks = await page.evaluate(() =>
        [...document.querySelectorAll('.record-text .mark')].map((mark) => ({
            numbers: mark.dataset.marks.split(' '),
            text: mark.textContent,
        })),
    );
    for (const [index, statement] of statements.entries()) {
        const words = marks
            .filter(({ numbers }) => numbers.includes(String(index + 1)))
            .map(({ text }) => text)
            .join('');
        assert.equal(words.replace(/\s+/g, ''), statement.text.replace(/\s+/g, ''), statement.id);
    }
    assert.equal(await page.locator('.note').count(), statements.length, 'a note for every statement');
    await close();
});

test('notes stand beside their words, in order, without covering each other', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, `/records/${encodeURIComponent(record)}?context=1`);
    const places = await page.evaluate(() =>
        [...document.querySelectorAll('.note')].map((note) => {
            const box = note.getBoundingClientRect(),
                mark = document.getElementById(note.dataset.mark).getBoundingClientRect();
            return { top: box.top, bottom: box.bottom, left: box.left, mark: mark.top, right: mark.right };
        }),
    );
    for (const [index, place] of places.entries()) {
        assert.ok(place.left > place.right, 'beside');
        assert.ok(place.top >= place.mark - 12, 'not above its words');
        if (index) assert.ok(place.top >= places[index - 1].bottom - 1, 'not over the note before');
    }
    await close();
});

test('from a number in the text to its note and back, without losing the place', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, `/records/${encodeURIComponent(record)}?context=1`);
    const drawing = await page.getAttribute('body', 'data-ready');
    await page.locator('#s2').click();
    assert.ok(page.url().endsWith('#n2'));
    await page.locator('#n2 .note__number').click();
    assert.ok(page.url().endsWith('#s2'));
    await page.waitForTimeout(200);
    assert.equal(await page.getAttribute('body', 'data-ready'), drawing, 'the view is not drawn anew');
    await page.locator('#n2').hover();
    assert.ok((await page.locator('.mark.lit').count()) > 0, 'its words light up');
    await close();
});

test('the language switch turns the page, is remembered, and keeps the view', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, '/agenda');
    assert.equal(await page.locator('h1').textContent(), 'Agenda');
    assert.equal(await page.locator('.language').textContent(), 'English');
    await drawn(page, () => page.locator('.language').click());
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await page.locator('.language').textContent(), 'Nederlands');
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.match(page.url(), /\/agenda$/);
    await close();
});

test('filters are in the address, and leave only what they ask for', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, `/items?as_of=${asOf}`);
    await page.selectOption('#field-kind', item.kind);
    await drawn(page, () => page.locator('.filters button[type=submit]').click());
    assert.match(page.url(), new RegExp(`kind=${item.kind}`));
    const { body } = await getJson(server.base, `items?kind=${item.kind}&as_of=${asOf}`);
    assert.equal(await page.locator('.rows tbody tr').count(), Math.min(50, body.total));
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    assert.equal(await page.inputValue('#field-kind'), item.kind);
    await close();
});

test('search finds, marks what it found, and leads to the place', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, '/search');
    await page.fill('#field-q', word);
    await drawn(page, () => page.keyboard.press('Enter'));
    assert.ok((await page.locator('.hit').count()) > 0);
    assert.ok((await page.locator('.hit mark').count()) > 0);
    await drawn(page, () => page.locator('.hit a').first().click());
    assert.match(page.url(), /\/records\//);
    await close();
});

test('another day shows another state', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, '/items');
    await page.fill('#field-as_of', '1990-01-01');
    await drawn(page, () => page.locator('.day button').click());
    assert.match(page.url(), /as_of=1990-01-01/);
    assert.equal(await page.locator('.rows').count(), 0);
    await drawn(page, () => page.locator('.utrecht-alert a').click());
    assert.doesNotMatch(page.url(), /as_of/);
    await close();
});

test('the keyboard alone: skip link first, then every place, with a visible focus', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, '/');
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.className), /skip-link/);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
    await page.goto(`${server.base}/`);
    await page.waitForSelector('body[data-ready]');
    const reached = [];
    for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => ({
            text: document.activeElement.textContent,
            outline: getComputedStyle(document.activeElement).outlineStyle,
            width: parseFloat(getComputedStyle(document.activeElement).outlineWidth),
        }));
        assert.ok(focus.outline !== 'none' && focus.width >= 2, `focus on "${focus.text}" is visible`);
        reached.push(focus.text);
    }
    for (const place of ['Overzicht', 'Zaken', 'Agenda', 'Zoeken', 'Stukken', 'Logboek']) assert.ok(reached.includes(place), place);
    await drawn(page, async () => {
        await page.locator('.places__link', { hasText: 'Agenda' }).focus();
        await page.keyboard.press('Enter');
    });
    assert.match(page.url(), /\/agenda$/);
    await close();
});

test('on paper: the record without navigation, marks kept', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, `/records/${encodeURIComponent(record)}`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.utrecht-nav-bar').isVisible(), false);
    assert.equal(await page.locator('.filters').count(), 0);
    assert.ok((await page.pdf({ format: 'A4' })).length > 1000);
    await close();
});

test('when the server is gone the page says so', { skip: noBrowser }, async () => {
    const { page, close } = await open({}, '/agenda', /Failed to load|ERR_/);
    await page.route('**/api/v1/**', (route) => route.abort());
    await drawn(page, () => page.locator('.places__link', { hasText: 'Zaken' }).click());
    assert.match(await page.locator('.utrecht-alert').textContent(), /griffie serve/);
    await close();
});
