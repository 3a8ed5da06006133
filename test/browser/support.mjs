// A register made from examples/, served on a free port, and a browser to look at it with.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const description = JSON.parse(readFileSync(join(root, 'doc/openapi.json'), 'utf8'));
const griffie = process.env.GRIFFIE ?? join(root, 'build/src/cli/griffie');
const require = createRequire(import.meta.url);

/** The day that the examples are looked at, so that what is due does not depend on today. */
export const asOf = '2025-07-01';

export function run(...args) {
    return execFileSync(griffie, args, { encoding: 'utf8' });
}

/** Starts `griffie serve` on a new register with the examples in it; `stop` ends it and takes the register away. */
export async function startServer(options = [], files = undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'griffie-page-'));
    const register = join(folder, 'test.griffie');
    run('init', register);
    const examples = join(root, 'examples');
    for (const file of files ??
        readdirSync(examples)
            .filter((name) => /\.(md|txt|xml)$/.test(name))
            .map((name) => join(examples, name))) {
        const added = spawnSync(griffie, ['add', '-r', register, file], { encoding: 'utf8' });
        if (added.status > 1) throw new Error(`griffie add ${file}: ${added.stderr}`);
    }
    const { port, close } = await openAgain(register, options);
    const stop = async () => {
        const code = await close();
        rmSync(folder, { recursive: true, force: true });
        return code;
    };
    return { base: `http://127.0.0.1:${port}`, register, stop };
}

/** Serves a register that is there; `close` ends it and gives its exit code. */
export async function openAgain(register, options = []) {
    const server = spawn(griffie, ['serve', '-r', register, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '',
        out = '';
    server.stderr.on('data', (data) => {
        said += data;
    });
    const port = await new Promise((resolve, reject) => {
        server.stdout.on('data', (data) => {
            out += data;
            const address = /^http:.*:(\d+)\/\s/m.exec(out);
            if (address) resolve(Number(address[1]));
        });
        server.on('exit', (code) => reject(new Error(`griffie serve ended with ${code}: ${said}`)));
    });
    const close = () =>
        new Promise((resolve) => {
            server.removeAllListeners('exit');
            server.on('exit', resolve);
            server.kill('SIGTERM');
        });
    return { port, close };
}

export async function getJson(base, path) {
    const response = await fetch(`${base}/api/v1/${path}`);
    return { status: response.status, headers: response.headers, body: await response.json() };
}

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
export const noBrowser = chromium ? false : 'no chromium';
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export async function startBrowser() {
    const { chromium: engine } = await import('playwright-core');
    return engine.launch({
        executablePath: chromium,
        args: [
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
        ],
    });
}
