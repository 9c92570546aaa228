import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { durationOf, encodeWav } from '@ringback/speech';
import { createMoonshine, createSpeechDetector, decodeRecording } from '@ringback/speech/node';
import { type Browser, chromium, type Page } from 'playwright-core';
import { loadReader, reviewRecording } from 'ringback';
import { serveFiles } from './static-host.ts';

/** The sample call whose length is nearest to 30 s, and the page's build. */
const SAMPLE = join('fixtures', 'recordings', 'consultant.wav');
const PAGE = join('packages', 'static', 'dist', 'page');
/** Seconds that the page counts down before it records, and that a person rests after the last word. */
const COUNTDOWN_SEC = 3;
const REST_SEC = 0.5;
/** Seconds that somebody looks at the page, after the ear is loaded, before they choose a file. */
const LOOKED_SEC = 30;
/** Longest that anything may take, in milliseconds; not a bar. */
const PATIENCE = { timeout: 180_000 };
/** Milliseconds between two looks whether the page is idle. */
const LOOK_MS = 300;
const BROWSER = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Seconds from the beginning of a review until it is shown. */
interface StaticTimes {
  /** Of the sample, in seconds. */
  durationSec: number;
  /** From "stop" of a take that was heard while it was spoken. */
  stop: number[];
  /** From the choice of a file, as soon as the ear is loaded. */
  open: number[];
  /** The same, when somebody has looked at the page first. */
  openLater: number[];
  /** The peer: the same file reviewed by the library in Node, warm. */
  node: number[];
  /** Cores that the page may share out to threads; one where it is not isolated. */
  cores: number;
}

/** Longest that the page may take for the sample, in seconds: the bar of our own. */
const BAR_SEC = 6;

/** Times reviews of one sample call on the page without a server, beside the library in Node. Markdown. */
export async function benchStatic(rounds: number): Promise<string> {
  const { durationSec, stop, open, openLater, node, cores } = await timeStatic(rounds);
  const row = (name: string, times: readonly number[]): string => `| ${name} | ${times.map((sec) => sec.toFixed(2)).join(', ')} |`;
  const longest = Math.max(...stop, ...open, ...openLater);
  return [
    `Seconds until the review of ${durationSec.toFixed(1)} s of sound stands, ${rounds} rounds, ${cores} core(s) for Chromium's threads:\n`,
    '| way | seconds |',
    '| --- | --- |',
    row('static page: "stop" of a take that was heard while it was spoken', stop),
    row('static page: a file that is opened as soon as the ear is loaded', open),
    row(`static page: a file that is opened ${LOOKED_SEC} s later`, openLater),
    row('the peer: the library in Node, warm', node),
    `\nThe longest on the page is ${longest.toFixed(2)} s (bar: ${BAR_SEC} s).`,
  ].join('\n');
}

/** Opens the page on a host that knows files only, and times it in Chromium. */
async function timeStatic(rounds: number): Promise<StaticTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-static-'));
  const host = await serveFiles(PAGE);
  let browser: Browser | null = null;
  try {
    const { waveform } = await decodeRecording(readFileSync(SAMPLE));
    const { samples, sampleRate } = waveform;
    const durationSec = durationOf(waveform);
    const spoken = new Float32Array(samples.length + COUNTDOWN_SEC * sampleRate);
    spoken.set(samples, COUNTDOWN_SEC * sampleRate);
    const microphone = join(folder, 'microphone.wav');
    writeFileSync(microphone, encodeWav({ samples: spoken, sampleRate }));
    browser = await openChromium(microphone);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
    await page.goto(host.url);
    await ready(page);
    const times: StaticTimes = { durationSec, stop: [], open: [], openLater: [], node: await timeNode(rounds), cores: await coresOf(page) };
    for (let round = 0; round < rounds; round++) {
      times.open.push(await timeOpen(page, host.url, 0));
      times.openLater.push(await timeOpen(page, host.url, LOOKED_SEC));
      times.stop.push(await timeStop(page, host.url, durationSec));
    }
    return times;
  } finally {
    await browser?.close();
    await host.close();
    rmSync(folder, { recursive: true });
  }
}

function openChromium(microphone: string): Promise<Browser> {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
  const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  return chromium.launch({ executablePath, args: [...BROWSER, ...fake, `--use-file-for-fake-audio-capture=${microphone}%noloop`] });
}

const coresOf = (page: Page): Promise<number> => page.evaluate(() => (globalThis.crossOriginIsolated ? navigator.hardwareConcurrency : 1));

/** The ear has loaded and is idle: the drive test of the take before is done. */
async function ready(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^One that gets returned/ }).waitFor(PATIENCE);
  while (!(await page.evaluate(isIdle))) await page.waitForTimeout(LOOK_MS);
}

async function isIdle(): Promise<boolean> {
  const at = `${location.pathname.replace(/calls\/.*/, 'calls/')}api/v1`;
  const model = await (await fetch(`${at}/model`)).json();
  const jobs = (await (await fetch(`${at}/jobs`)).json()) as { state: string }[];
  return model.state === 'ready' && jobs.every(({ state }) => state !== 'waiting' && state !== 'active');
}

/** Counts from a call in the page until the verdict stands, in seconds. */
async function untilVerdict(page: Page, begin: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const noted = globalThis as unknown as { began: number; took: Promise<number> };
    noted.took = new Promise((resolve) => {
      const begun = (): void => {
        noted.began = performance.now();
        const look = (): void => {
          if (document.querySelector('.verdict') === null) requestAnimationFrame(look);
          else resolve((performance.now() - noted.began) / 1000);
        };
        look();
      };
      for (const kind of ['change', 'click']) document.addEventListener(kind, begun, { once: true, capture: true });
    });
  });
  await begin();
  return page.evaluate(() => (globalThis as unknown as { took: Promise<number> }).took);
}

async function timeOpen(page: Page, url: string, lookedSec: number): Promise<number> {
  await page.goto(url);
  await ready(page);
  await page.waitForTimeout(lookedSec * 1000);
  return untilVerdict(page, () => page.locator('input[type=file]').setInputFiles(SAMPLE));
}

async function timeStop(page: Page, url: string, durationSec: number): Promise<number> {
  await page.goto(new URL('rehearse', url).href);
  const record = page.getByRole('button', { name: /^Record/ }).first();
  await record.click(PATIENCE);
  const stop = page.getByRole('button', { name: 'Stop and review' });
  await stop.waitFor(PATIENCE);
  await page.waitForTimeout((durationSec + REST_SEC) * 1000);
  return untilVerdict(page, () => stop.click());
}

async function timeNode(rounds: number): Promise<number[]> {
  const [recogniser, detector, reader] = await Promise.all([createMoonshine(), createSpeechDetector(), loadReader()]);
  const bytes = readFileSync(SAMPLE);
  const times: number[] = [];
  // The first only warms up.
  for (let round = 0; round <= rounds; round++) {
    const startedAt = performance.now();
    await reviewRecording(bytes, { name: 'take', recogniser, detector, legibility: 'none', review: { reader } });
    times.push((performance.now() - startedAt) / 1000);
  }
  await recogniser.close();
  return times.slice(1);
}
