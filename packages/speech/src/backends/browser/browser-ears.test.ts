import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Transcript } from '@ringback/core';
import { type Browser, chromium, type Worker } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdsRecogniserContract } from '../../recognise/recogniser.contract.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import { sliceOf, type Waveform } from '../../signal/waveform.ts';
import { decodeRecording } from '../node/decode.ts';
import { modelsFolder } from '../node/models/cache-folder.ts';
import { pullModels } from '../node/models/models.ts';
import { createMoonshine } from '../node/moonshine.ts';
import { createSpeechDetector } from '../node/silero.ts';
import type { TestEar } from './ear-worker.fixture.ts';

const TOP = new URL('../../../../../', import.meta.url);
const TYPES: Record<string, string> = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
const PAGE = '<!doctype html><script type="module">new Worker("/ear-worker.js", { type: "module" })</script>';

let folder: string;
let server: Server;
let browser: Browser;
let worker: Worker;
let call: Waveform;
const foreign: string[] = [];

/** Serves the page, its worker, onnxruntime-web and the models of the cache from this machine. */
function serve(): Promise<string> {
  const roots = {
    '/ort/': fileURLToPath(new URL('node_modules/onnxruntime-web/dist/', TOP)),
    '/models/': modelsFolder(process.env),
    '/': folder,
  };
  server = createServer(async ({ url = '/' }, answer) => {
    const [prefix, root] = Object.entries(roots).find(([start]) => url.startsWith(start)) ?? ['/', folder];
    const path = url === '/digit-head.onnx' ? digitHead() : join(root, url.slice(prefix.length));
    const bytes = url === '/' ? PAGE : await readFile(path).catch(() => null);
    const damaged = url.startsWith('/damaged/') ? 'not a model' : null;
    answer.writeHead(bytes === null && damaged === null ? 404 : 200, {
      'content-type': TYPES[url === '/' ? 'html' : (url.split('.').at(-1) ?? '')] ?? 'application/octet-stream',
    });
    answer.end(bytes ?? damaged ?? '');
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)),
  );
}

const digitHead = () => fileURLToPath(new URL('packages/speech/weights/digit-head/digit-head.onnx', TOP));

/** Bundles the worker as a page would. */
async function bundle(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('ear-worker.fixture.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'ear-worker.js',
      },
    },
  });
}

/** Asks the worker's ear. */
function ask<M extends keyof TestEar>(method: M, ...args: Parameters<TestEar[M]>): Promise<Awaited<ReturnType<TestEar[M]>>> {
  return worker.evaluate(
    async ([name, given]) => {
      const ear = await (globalThis as unknown as { ear: Promise<Record<string, (...words: unknown[]) => unknown>> }).ear;
      return ear[name]?.(...given);
    },
    [method, args] as const,
  ) as Promise<Awaited<ReturnType<TestEar[M]>>>;
}

const sent = ({ samples, sampleRate }: Waveform) => ({
  floats: Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64'),
  sampleRate,
});

/** The recogniser of the page's worker. */
const recogniser: Recogniser = {
  capabilities: { id: 'moonshine-tiny', remote: false, languages: ['en'], wordTimes: true, digitTimes: true, confidence: true },
  async recognise(waveform, { signal, onProgress } = {}) {
    const { transcript, shares } = await ask('recognise', sent(waveform), signal?.aborted ? (signal.reason as Error).message : undefined);
    for (const share of shares) onProgress?.(share);
    return transcript;
  },
  digitProbabilities: (waveform, digits, forms) => ask('digitProbabilities', sent(waveform), digits, forms),
  close: async () => {},
};

beforeAll(async () => {
  await pullModels();
  folder = await mkdtemp(join(tmpdir(), 'ringback-browser-'));
  await bundle();
  const url = await serve();
  const wav = await readFile(fileURLToPath(new URL('fixtures/recordings/alumnus.wav', TOP)));
  call = (await decodeRecording(wav)).waveform;
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const page = await browser.newPage();
  page.context().on('request', (request) => {
    if (!request.url().startsWith(url)) foreign.push(request.url());
  });
  const started = page.waitForEvent('worker');
  await page.goto(url);
  worker = await started;
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe('Moonshine in a browser worker', () => {
  holdsRecogniserContract(
    async () => recogniser,
    async () => sliceOf(call, 0, 12),
  );

  it('hears the phrases and the numbers that Node hears', async () => {
    const inNode = await createMoonshine();
    const expected = await inNode.recognise(call);
    await inNode.close();
    const found = await recogniser.recognise(call);
    // Sums of bytes are rounded otherwise in WebAssembly, which turns the odd word; the number is weighed and stays.
    for (const phrase of [/Lincoln College/i, /Professor Adams/i, /five to seven minutes/i, /example dot com/i]) {
      expect(expected.text).toMatch(phrase);
      expect(found.text).toMatch(phrase);
    }
    const digits = ({ numbers = [] }: Transcript) => numbers.map((number) => number.digits.map(({ digit }) => digit).join(''));
    expect(digits(expected).length).toBeGreaterThan(0);
    expect(digits(found)).toEqual(digits(expected));
  });
});

describe('two ears in a browser', () => {
  it('share out what is said and hear what one hears', { timeout: 180_000 }, async () => {
    // Longer than the longest stretch.
    const part = sliceOf(call, 0, 20);
    const alone = await recogniser.recognise(part);
    const { transcript, besides } = await ask('recogniseTogether', sent(part));
    expect(besides).toBeGreaterThan(0);
    expect(transcript).toEqual(alone);
  });
});

describe('the speech detector in a browser worker', () => {
  it('finds what it finds in Node', async () => {
    const part = sliceOf(call, 0, 8);
    const detector = await createSpeechDetector();
    const expected = await detector.speechProbability(part);
    await detector.close();
    const found = await ask('speechProbability', sent(part));
    expect(found).toHaveLength(expected.values.length);
    for (const [i, value] of Array.from(expected.values).entries()) expect(found[i]).toBeCloseTo(value ?? 0, 3);
  });
});

describe('models that are served', () => {
  it('says when one is missing, and when one is not what is pinned', async () => {
    expect(await ask('failureOf', '/nowhere')).toBe('no-model');
    expect(await ask('failureOf', '/damaged')).toBe('bad-model');
    expect(await ask('failureOf', '/models/')).toBe('none');
  });

  it('come from this machine alone', () => {
    expect(foreign).toEqual([]);
  });
});
