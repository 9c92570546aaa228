import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '@ringback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const SAID =
  'Hello Mr. Okafor, this is Joan Miller at Moorfield Hospital. Ethan Brown gave me your name. Could you call me back by Friday at 6 1 7, 5 5 5, 0 1 2 3? Thank you.';
const ME = { basics: { name: 'Joan Miller', phone: '617-555-0123', location: { countryCode: 'US' } } };
const BRIEF = { whom: { name: 'Desmond Okafor' }, bridge: { tie: 'mutual-contact', person: 'Ethan Brown' } };

let folder: string;
let take: string;
let names: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-names-'));
  take = join(folder, 'take.wav');
  execFileSync('flite', ['-voice', 'slt', '-t', SAID, '-o', take]);
  const [me, brief] = [join(folder, 'me.json'), join(folder, 'brief.json')];
  await writeFile(me, JSON.stringify(ME));
  await writeFile(brief, JSON.stringify(BRIEF));
  names = ['--me', me, '--brief', brief];
});
afterAll(() => rm(folder, { recursive: true }));

const CALLER_AND_CALLED = /Okafor, this is Joan Miller/;

describe('names of me.json and of the brief', () => {
  it('are heard by review, and only with them', async () => {
    const free = await runCli(['review', take, '--format', 'json']);
    const known = await runCli(['review', take, '--format', 'json', ...names]);
    const [before, after] = [free, known].map(({ stdout }) => JSON.parse(stdout) as Review);
    expect(before?.transcript.text).not.toMatch(CALLER_AND_CALLED);
    expect(after?.transcript.text).toMatch(CALLER_AND_CALLED);
    expect(after?.message.people).toMatchObject({ caller: 'Joan Miller', recipient: expect.stringContaining('Okafor') });
    expect(known).toMatchObject({ code: 0, stderr: '' });
  });

  it('are heard by batch, in workers of its own', async () => {
    const out = join(folder, 'reviews.jsonl');
    expect(await runCli(['batch', join(folder, '*.wav'), '--out', out, '--jobs', '1', ...names])).toMatchObject({ code: 0 });
    const { review } = JSON.parse(await readFile(out, 'utf8')) as { review: Review };
    expect(review.transcript.text).toMatch(CALLER_AND_CALLED);
  });

  it('are heard by number, to which the number itself is not told', async () => {
    const other = join(folder, 'other-number.json');
    await writeFile(other, JSON.stringify({ basics: { ...ME.basics, phone: '617-555-0128' } }));
    const { stdout } = await runCli(['number', take, '--format', 'json', '--me', other, ...names.slice(2)]);
    const report = JSON.parse(stdout) as { text: string; numbers: { e164: string }[] };
    expect(report.text).toMatch(CALLER_AND_CALLED);
    expect(report.numbers.map(({ e164 }) => e164)).toEqual(['+16175550123']);
  });

  it('come to compare with the pace of who calls, and a brief that is none is refused', async () => {
    const [slow, message] = [join(folder, 'slow.json'), join(folder, 'message.txt')];
    await writeFile(slow, JSON.stringify({ ...ME, ringback: { paceWordsPerMinute: 60 } }));
    await writeFile(message, `${SAID} `.repeat(2));
    const score = async (more: readonly string[]) => {
      const { stdout } = await runCli(['compare', message, message, '--format', 'json', ...more]);
      return (JSON.parse(stdout) as { ranking: { score: number }[] }).ranking[0]?.score ?? 0;
    };
    expect(await score(['--me', slow])).toBeLessThan(await score([]));
    await writeFile(join(folder, 'none.json'), '{"whom": 3}');
    const refused = await runCli(['compare', message, message, '--brief', join(folder, 'none.json')]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('whom');
  });
});
