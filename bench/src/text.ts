import type { Reader } from '@ringback/core';
import { retext } from 'retext';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextReadability from 'retext-readability';
import { loadReader, reviewScript } from 'ringback';

/** Runs before anything is timed, so that compilers have done their work. */
const WARM_UP_RUNS = 300;
const TIMED_RUNS = 1000;
const STREAMED_MESSAGES = 10_000;

/** A script of about a hundred words, with `turn` changing names, numbers and minutes so that nothing can be remembered. */
function script(turn: number): string {
  const minutes = 5 + (turn % 20);
  const line = String(100 + (turn % 100)).slice(1);
  return [
    `Hello Ms. Carter, this is Thomas Green from the Lincoln College alumni group, we met at the spring reunion number ${turn}.`,
    'Professor Adams suggested that I call you because you led operations at a hospital before you moved to finance.',
    'I have two offers on my desk and I need to choose one of them by Thursday at noon, so I would value your view.',
    `Could you give me ${minutes} minutes on one question, whether you would start in operations or in sales if you were me?`,
    `My number is 617-555-01${line}, that's 617-555-01${line}.`,
    'If it is easier, e-mail me at thomas at example dot com, or ask your assistant to pick a time. Thank you, and goodbye.',
  ].join(' ');
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function timed(run: (text: string) => unknown): Promise<{ medianMs: number; p99Ms: number }> {
  for (let turn = 0; turn < WARM_UP_RUNS; turn++) await run(script(turn));
  const elapsed: number[] = [];
  for (let turn = 0; turn < TIMED_RUNS; turn++) {
    const text = script(WARM_UP_RUNS + turn);
    const startedAt = performance.now();
    await run(text);
    elapsed.push(performance.now() - startedAt);
  }
  elapsed.sort((a, b) => a - b);
  return { medianMs: percentile(elapsed, 0.5), p99Ms: percentile(elapsed, 0.99) };
}

function streamed(reader: Reader): { perSecond: number; heapGrowthMb: number } {
  const heapBefore = process.memoryUsage().heapUsed;
  const startedAt = performance.now();
  for (let turn = 0; turn < STREAMED_MESSAGES; turn++) reviewScript(script(turn), { name: 'text', review: { reader } });
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: STREAMED_MESSAGES / seconds, heapGrowthMb: (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20 };
}

/** Speed of reviewing scripts, beside retext with three rules of a comparable kind, in one run. Markdown. */
export async function benchText(): Promise<string> {
  const reader = await loadReader();
  const peer = retext().use(retextReadability).use(retextPassive).use(retextIntensify);
  const ours = await timed((text) => reviewScript(text, { name: 'text', review: { reader } }));
  const theirs = await timed((text) => peer.process(text));
  const { perSecond, heapGrowthMb } = streamed(reader);
  const words = script(0).split(/\s+/).length;
  return `A script of ${words} words, reviewed warm ${TIMED_RUNS} times:

| | median ms | 99th percentile ms |
| --- | ---: | ---: |
| ringback, the whole review | ${ours.medianMs.toFixed(2)} | ${ours.p99Ms.toFixed(2)} |
| retext with readability, passive, intensify | ${theirs.medianMs.toFixed(2)} | ${theirs.p99Ms.toFixed(2)} |

ratio to retext (median): ${(ours.medianMs / theirs.medianMs).toFixed(2)}

${STREAMED_MESSAGES} messages one after the other: ${perSecond.toFixed(0)} a second, heap ${heapGrowthMb >= 0 ? '+' : ''}${heapGrowthMb.toFixed(0)} MB.`;
}
