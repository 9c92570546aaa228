import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Review, TIP_IDS } from '@ringback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, TOP } from './run-cli.ts';

const NO_NETWORK = fileURLToPath(new URL('./no-network.mjs', import.meta.url));
const CALLS = [
  { name: 'consultant', decision: 'delete', exitBelowReturn: 1 },
  { name: 'alumnus', decision: 'return', exitBelowReturn: 0 },
  { name: 'reference', decision: 'return', exitBelowReturn: 0 },
] as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-e2e-'));
});
afterAll(() => rm(folder, { recursive: true }));

function placesHold(review: Review): void {
  const { text } = review.transcript;
  for (const move of review.message.moves) expect(text.slice(move.charStart, move.charEnd)).toBe(move.quote);
  for (const finding of review.tips.flatMap((tip) => tip.findings)) {
    if (finding.charStart === undefined) continue;
    expect(finding.charEnd).toBeGreaterThan(finding.charStart);
    expect(finding.charEnd).toBeLessThanOrEqual(text.length);
  }
}

describe.each(CALLS)('the $name call, with the network cut', ({ name, decision, exitBelowReturn }) => {
  it(`reads as ${decision} as a script`, async () => {
    const run = await runCli(['review', `fixtures/scripts/${name}.txt`, '--format', 'json', '--fail-on', 'return'], {
      preload: NO_NETWORK,
    });
    const review = JSON.parse(run.stdout) as Review;
    expect(review.verdict.decision).toBe(decision);
    expect(review.tips.map(({ id }) => id)).toEqual(TIP_IDS);
    expect(run.code).toBe(exitBelowReturn);
    placesHold(review);
  });

  it(`reads as ${decision} as a recording, and again from its artifacts alone`, async () => {
    const artifacts = join(folder, name);
    const heard = await runCli(['review', `fixtures/recordings/${name}.wav`, '--format', 'json', '--artifacts', artifacts], {
      preload: NO_NETWORK,
    });
    const review = JSON.parse(heard.stdout) as Review;
    expect(review.verdict.decision).toBe(decision);
    expect(review.source.kind).toBe('recording');
    expect(review.transcript.words.length).toBeGreaterThan(40);
    for (const word of review.transcript.words) {
      expect(word.start).toBeLessThanOrEqual(word.end);
      expect(word.end).toBeLessThanOrEqual(review.source.durationSec + 0.01);
    }
    placesHold(review);
    const again = await runCli(['review', artifacts, '--format', 'json'], {
      preload: NO_NETWORK,
      env: { RINGBACK_MODELS: join(folder, 'no-models') },
    });
    expect(JSON.parse(again.stdout)).toEqual(review);
  });

  it('is judged from the committed artifacts as the golden review says', async () => {
    const run = await runCli(['review', `fixtures/artifacts/${name}`, '--format', 'json']);
    const golden = await readFile(join(TOP, `fixtures/golden/${name}.json`), 'utf8');
    expect(JSON.parse(run.stdout)).toEqual(JSON.parse(golden));
  });
});

describe('ringback review', () => {
  it('reads a script from standard input and tells the verdict first', async () => {
    const script = await readFile(join(TOP, 'fixtures/scripts/reference.txt'), 'utf8');
    const run = await runCli(['review', '-'], { stdin: script });
    expect(run.code).toBe(0);
    expect(run.stdout.split('\n').slice(0, 3).join('\n')).toMatch(/return/);
    expect(run.stderr).toBe('');
  });

  it('writes --out as a whole file, for its owner alone, and nothing beside it', async () => {
    const out = join(folder, 'reviews', 'review.json');
    const run = await runCli(['review', 'fixtures/scripts/alumnus.txt', '--format', 'json', '--out', out]);
    expect(run.code).toBe(0);
    expect(run.stdout).toBe('');
    expect(await readdir(join(folder, 'reviews'))).toEqual(['review.json']);
    expect((await stat(out)).mode & 0o077).toBe(0);
  });

  it('leaves what was there when it cannot write', async () => {
    const out = join(folder, 'taken');
    await writeFile(out, 'precious');
    const run = await runCli(['review', 'fixtures/scripts/alumnus.txt', '--out', join(out, 'below.json')]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/could not be written/);
    expect(await readFile(out, 'utf8')).toBe('precious');
  });

  it('refuses artifacts of another shape in one sentence', async () => {
    const artifacts = join(folder, 'broken');
    await runCli(['review', 'fixtures/scripts/alumnus.txt', '--artifacts', artifacts]);
    await writeFile(join(artifacts, 'artifacts.json'), '{"artifactsVersion": 7}');
    const run = await runCli(['review', artifacts]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^ringback: .*not artifacts of version 1.*\n$/);
  });
});
