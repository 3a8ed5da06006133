// Builds the page: src/main.ts and src/theme/page.css into two files with their hash in the name, and index.html that
// asks for them. `node build.mjs [--out DIRECTORY] [--tests]`; the default is dist/.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outAt = process.argv.indexOf('--out');
const tests = process.argv.includes('--tests');

/** The browsers of the last three years: what `light-dark()` and CSS nesting would cost us is not worth it. */
const target = ['chrome110', 'firefox110', 'safari16'];

async function buildTests() {
    const out = join(here, 'build/test');
    rmSync(out, { recursive: true, force: true });
    const entryPoints = readdirSync(join(here, 'test'))
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(here, 'test', name));
    await build({
        entryPoints,
        outdir: out,
        bundle: true,
        platform: 'node',
        format: 'esm',
        outExtension: { '.js': '.mjs' },
        logLevel: 'warning',
    });
}

async function buildPage(out) {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const result = await build({
        entryPoints: [join(here, 'src/main.ts'), join(here, 'src/theme/page.css')],
        outdir: join(out, 'assets'),
        outbase: join(here, 'src'),
        entryNames: '[name]-[hash]',
        bundle: true,
        minify: true,
        format: 'esm',
        target,
        charset: 'utf8',
        external: ['/icon.svg'],
        legalComments: 'linked',
        metafile: true,
        logLevel: 'warning',
    });
    const names = Object.keys(result.metafile.outputs).map((path) => basename(path));
    const find = (extension) => names.find((name) => name.endsWith(extension));
    const html = readFileSync(join(here, 'src/index.html'), 'utf8')
        .replace('theme/page.css', `/assets/${find('.css')}`)
        .replace('main.ts', `/assets/${find('.js')}`);
    writeFileSync(join(out, 'index.html'), html);
    writeFileSync(join(out, 'icon.svg'), readFileSync(join(here, 'src/icon.svg')));
    for (const name of names) console.log(`${out}/assets/${name}`);
}

if (tests) await buildTests();
else await buildPage(outAt > 0 ? process.argv[outAt + 1] : join(here, 'dist'));
