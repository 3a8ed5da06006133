// The API from outside: every route gives what doc/openapi.json says, and what is wrong is refused with its reason.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { asOf, description, getJson, openAgain, run, startServer } from './support.mjs';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
/** As described and nothing else: what the server tells, the description must tell of. */
function strict(schema) {
    if (Array.isArray(schema)) return schema.map(strict);
    if (!schema || typeof schema !== 'object') return schema;
    const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
    return copy.type === 'object' && copy.properties && copy.additionalProperties === undefined
        ? { ...copy, additionalProperties: false }
        : copy;
}
ajv.addSchema({ $id: 'api', components: strict(description.components) });

/** Fails with the first places where a body is not what the description says of its route. */
function assertShape(route, body) {
    const { $ref } = description.paths[route].get.responses['200'].content['application/json'].schema;
    const validate = ajv.compile({ $ref: `api${$ref}` });
    assert.ok(validate(body), `${route}: ${JSON.stringify(validate.errors?.slice(0, 4))}`);
}

let server;
before(async () => {
    server = await startServer();
});
after(() => server?.stop());
const get = (path) => getJson(server.base, path);

const examples = {
    '/overview': async () => `overview?as_of=${asOf}`,
    '/items': async () => `items?as_of=${asOf}&links=true&sort=due`,
    '/items/{item}': async () => `items/${(await get('items')).body.items[0].item}?as_of=${asOf}`,
    '/records': async () => 'records',
    '/records/{record}': async () =>
        `records/${encodeURIComponent((await get('records')).body.records[0].record)}?mentions=true&as_of=${asOf}`,
    '/statements': async () => 'statements?kind=commitment',
    '/search': async () => 'search?q=kabel*',
    '/agenda': async () => `agenda?as_of=${asOf}&undated=true`,
    '/review': async () => 'review',
    '/ledger': async () => 'ledger?order=newest',
    '/actors': async () => 'actors',
    '/openapi.json': async () => 'openapi.json',
};
test('every described route has an example here', () =>
    assert.deepEqual(Object.keys(examples).sort(), Object.keys(description.paths).sort()));
for (const [route, example] of Object.entries(examples)) {
    test(`${route} gives what the description says`, async () => {
        const { status, body, headers } = await get(await example());
        assert.equal(status, 200, JSON.stringify(body));
        assert.match(headers.get('content-type'), /^application\/json/);
        assertShape(route, body);
    });
}

test('actors have names in both languages', async () => {
    const { body } = await get('actors');
    assert.match(body['NL-TK'].nl, /^Tweede Kamer/);
    assert.equal(body['NL-MIN-DEF'].nl, 'minister van Defensie');
    assert.equal(body['NL-MIN-DEF'].en, 'Minister for Defence');
    assert.equal(body.DE.nl, 'Duitsland');
});

test('lists are not empty: the shapes above were tested on something', async () => {
    assert.ok((await get('records')).body.records.length >= 5);
    assert.ok((await get('items')).body.items.length > 0);
    assert.ok((await get('statements')).body.statements.length > 0);
    assert.ok((await get('ledger')).body.entries.length > 0);
    assert.ok((await get('search?q=kabel*')).body.hits.length > 0);
});

test('the words of every statement stand at its bytes in the text of its record', async () => {
    for (const { record } of (await get('records')).body.records) {
        const { body } = await get(`records/${encodeURIComponent(record)}`);
        const bytes = Buffer.from(body.text, 'utf8');
        for (const { id, start, end, text } of body.statement_list)
            assert.equal(bytes.subarray(start, end).toString('utf8'), text, `${record} ${id}`);
    }
});

test('the overview counts what the lists hold', async () => {
    const { body: overview } = await get(`overview?as_of=${asOf}`);
    for (const [name, statuses] of [
        ['overdue', 'overdue'],
        ['due', 'due'],
        ['settled', 'delivered,superseded,lapsed,refused,withdrawn'],
    ]) {
        const { body } = await get(`items?as_of=${asOf}&status=${statuses}&limit=1`);
        assert.equal(body.total, overview[name], name);
    }
});

test('filters leave only what they ask for, pages follow each other', async () => {
    const { body: all } = await get(`items?as_of=${asOf}`);
    const { body: kinds } = await get(`items?as_of=${asOf}&kind=commitment`);
    assert.deepEqual(
        kinds.items.map((row) => row.item),
        all.items.filter((row) => row.kind === 'commitment').map((row) => row.item),
    );
    const first = (await get(`items?as_of=${asOf}&limit=2`)).body,
        next = (await get(`items?as_of=${asOf}&limit=2&offset=2`)).body;
    assert.equal(first.total, all.total);
    assert.deepEqual(
        [...first.items, ...next.items].map((row) => row.item),
        all.items.slice(0, 4).map((row) => row.item),
    );
});

test('before anything was promised there is nothing', async () => {
    assert.equal((await get('items?as_of=1990-01-01')).body.total, 0);
});

const refused = [
    ['items?stauts=open', 400, 'stauts'],
    ['items?status=gone', 400, 'status'],
    ['items?as_of=2021-13-01', 400, 'as_of'],
    ['items?kind=plan&kind=plan', 400, 'twice'],
    ['items?limit=-1', 400, 'limit'],
    ['items?text=%FF', 400, 'UTF-8'],
    ['search', 400, "'q'"],
    ['openapi.json?x=1', 400, 'x'],
    ['items/2999-9999', 404, '2999-9999'],
    ['records/no-such-record', 404, 'no-such-record'],
    ['nothing', 404, 'openapi.json'],
    ['', 404, 'openapi.json'],
    ['items/..%2f..%2fetc%2fpasswd', 404, ''],
];
for (const [path, status, word] of refused) {
    test(`"${path}" is refused with ${status} and says why`, async () => {
        const { body, headers, status: got } = await get(path);
        assert.equal(got, status, JSON.stringify(body));
        assert.match(headers.get('content-type'), /^application\/problem\+json/);
        assert.equal(body.status, status);
        assert.ok(body.detail.includes(word), body.detail);
        assert.ok(!/\/tmp\/|\.griffie/.test(JSON.stringify(body)), 'no path of this machine in an answer');
    });
}
test('a search that is no well-formed query is refused or answered, never an error of the server', async () => {
    for (const query of ['"', 'AND', '*', 'a OR', '(', 'NEAR(', "'; DROP TABLE item; --", 'x'.repeat(3000)]) {
        const { status } = await get(`search?q=${encodeURIComponent(query)}`);
        assert.ok(status === 200 || status === 400, `${query.slice(0, 20)}: ${status}`);
    }
});

/** A request as raw as Node lets us make it. */
function raw(options) {
    const { port } = new URL(server.base);
    return new Promise((resolve, reject) => {
        const made = request({ host: '127.0.0.1', port, ...options }, (response) => {
            response.resume();
            response.on('end', () => resolve(response));
        });
        made.on('error', reject);
        made.end(options.body);
    });
}
test('another host name is refused: DNS rebinding', async () => {
    const { port } = new URL(server.base);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example']) {
        const { statusCode } = await raw({ path: '/api/v1/overview', headers: { host } });
        assert.ok(statusCode === 421 || statusCode === 400, `${host}: ${statusCode}`);
    }
    for (const host of ['localhost', `localhost:${port}`, `127.0.0.1:${port}`, '[::1]:80'])
        assert.equal((await raw({ path: '/api/v1/overview', headers: { host } })).statusCode, 200, host);
});
test('nothing is changed over HTTP', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const response = await raw({ method, path: '/api/v1/items', body: method === 'POST' ? 'x'.repeat(100_000) : undefined });
        assert.equal(response.statusCode, 405, method);
        assert.equal(response.headers.allow, 'GET, HEAD');
    }
    assert.equal((await raw({ method: 'HEAD', path: '/api/v1/items' })).statusCode, 200);
});
test('every answer keeps the browser to this page', async () => {
    for (const path of ['/', '/api/v1/overview', '/api/v1/nothing', '/no/such/page']) {
        const { headers } = await raw({ path });
        assert.match(headers['content-security-policy'], /default-src 'none'.*frame-ancestors 'none'/, path);
        assert.equal(headers['x-content-type-options'], 'nosniff');
        assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
        assert.equal(headers['access-control-allow-origin'], undefined);
    }
});
test('no path leads out of the folder of the page', async () => {
    for (const path of [
        '/../ui/package.json',
        '/assets/../../package.json',
        '/%2e%2e/package.json',
        '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
        '/assets/',
    ])
        assert.equal((await raw({ path })).statusCode, 404, path);
});
test('many at once are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => get(i % 2 ? 'items' : `overview?as_of=${asOf}`)));
    assert.ok(answers.every(({ status }) => status === 200));
});
test('whoever may not see an item cannot tell that it exists: not in lists, counts, search, agenda, ledger or record', async () => {
    const { item, title } = (await get(`items?as_of=${asOf}&sort=due`)).body.items[0];
    run('label', '-r', server.register, item, 'secret', '--reason', 'a test');
    const { port, close } = await openAgain(server.register, ['--label', 'public']);
    const base = `http://127.0.0.1:${port}`;
    const before = (await get(`overview?as_of=${asOf}`)).body,
        seen = (await getJson(base, `overview?as_of=${asOf}`)).body;
    assert.equal(seen.items, before.items - 1);
    assert.equal(
        Object.values(seen.status).reduce((a, b) => a + b),
        before.items - 1,
    );
    assert.equal((await getJson(base, `items/${item}`)).status, 404);
    const paths = [
        `items?as_of=${asOf}&links=true`,
        `agenda?as_of=${asOf}&undated=true`,
        'review',
        'ledger?limit=0',
        `search?q=${encodeURIComponent(
            `"${title
                .split(/\s+/)
                .slice(0, 4)
                .join(' ')
                .replace(/[^\p{L} ]/gu, '')}"`,
        )}`,
        ...(await get('records')).body.records.map(({ record }) => `records/${encodeURIComponent(record)}?as_of=${asOf}`),
    ];
    for (const path of paths) assert.ok(!JSON.stringify((await getJson(base, path)).body).includes(`"${item}"`), path);
    assert.equal((await get(`items/${item}`)).status, 200, 'whoever may see it does');
    await close();
    run('label', '-r', server.register, item, 'public', '--reason', 'the test is over');
});
test('it stops when it is told to, with exit code 0', async () => {
    const other = await startServer([], []);
    assert.equal((await getJson(other.base, 'overview')).body.items, 0);
    assert.equal(await other.stop(), 0);
});
